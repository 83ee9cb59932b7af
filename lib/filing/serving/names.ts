import { MAX_LEVELS, parseDomain } from "../application/identifiers/domain-name";

/** A host name as filings know it, and the names it may stand under: itself first, the registrable part last. */
export interface AskedName {
  readonly key: string;
  readonly candidates: readonly string[];
}

/** Null: no name at all, or an address. A name below a filed one is covered by it: `www.sample.cn` by `sample.cn`. */
export function askedName(text: string, suffixes: ReadonlySet<string>): AskedName | null {
  const { key, registrable, problem } = parseDomain(text, suffixes);
  const isName = problem === null || problem === "subdomain" || problem === "levels";
  if (!isName) return null;
  const candidates: string[] = [];
  for (let name = key; name.length >= registrable.length; name = name.slice(name.indexOf(".") + 1)) {
    // Nothing deeper is ever filed, however deep the host that is asked for.
    if (name.split(".").length <= MAX_LEVELS || name === registrable) candidates.push(name);
    if (name === registrable) break;
  }
  return { key, candidates };
}
