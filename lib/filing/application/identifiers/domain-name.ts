/** Domain names as filings see them: the registrable part, in lower case; Chinese names allowed (DF §7.3). */
export type DomainProblem = "length" | "form" | "ip" | "no-suffix" | "subdomain";

const LABEL = "(?!-)[a-z0-9\\p{Script=Han}-]{1,63}(?<!-)";
const FORM = new RegExp(`^${LABEL}(?:\\.${LABEL})*$`, "u");
/** Suffixes below which category names may be filed down to the fourth level. */
const CATEGORY = /\.(gov|[a-z]{2})\.cn$/;
/** Long enough for `a.cn`; the XSD of the authority counts from four. */
const MIN_LENGTH = 4;
const MAX_LENGTH = 128;

/** A name taken apart once; rules read it instead of splitting the text again. */
export interface DomainName {
  /** The name as facts know it, proper or not. */
  readonly key: string;
  readonly problem: DomainProblem | null;
  /** Longest listed suffix (`com.cn`), or null. */
  readonly suffix: string | null;
  /** The part somebody registers: `shop.example.com.cn` → `example.com.cn`; by the last label when the suffix is unlisted. */
  readonly registrable: string;
  /** Labels in all: 2 for `example.com`. */
  readonly levels: number;
}

/** Longest listed suffix the name ends with (`com.cn`), or null. */
export function suffixOf(domain: string, suffixes: ReadonlySet<string>): string | null {
  for (let dot = domain.indexOf("."); dot >= 0; dot = domain.indexOf(".", dot + 1)) {
    const suffix = domain.slice(dot + 1);
    if (suffixes.has(suffix)) return suffix;
  }
  return null;
}

const withoutSuffix = (domain: string, suffix: string | null): number =>
  suffix === null ? domain.lastIndexOf(".") : domain.length - suffix.length - 1;

/** The part somebody registers. */
export function registrablePart(domain: string, suffixes: ReadonlySet<string>): string {
  const end = withoutSuffix(domain, suffixOf(domain, suffixes));
  return domain.slice(domain.lastIndexOf(".", end - 1) + 1);
}

const levelsOf = (domain: string): number => {
  let count = 1;
  for (let dot = domain.indexOf("."); dot >= 0; dot = domain.indexOf(".", dot + 1)) count += 1;
  return count;
};

function problemOf(domain: string, suffixes: ReadonlySet<string>, levels: number, registrable: string) {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(domain)) return "ip";
  if (levels < 2) return "no-suffix";
  if (domain.length < MIN_LENGTH || domain.length > MAX_LENGTH) return "length";
  if (!FORM.test(domain) || /\.\d+$/.test(domain) || suffixes.has(domain)) return "form";
  if (registrable.length === domain.length) return null;
  return CATEGORY.test(domain) && levels <= 4 ? null : "subdomain";
}

/** Takes a name apart. The suffix list tells how long the suffix is, not whether the name may be filed. */
export function parseDomain(typed: string, suffixes: ReadonlySet<string>): DomainName {
  const key = domainKey(typed);
  const suffix = suffixOf(key, suffixes);
  const registrable = key.slice(key.lastIndexOf(".", withoutSuffix(key, suffix) - 1) + 1);
  const levels = levelsOf(key);
  return { key, suffix, registrable, levels, problem: problemOf(key, suffixes, levels, registrable) };
}

/** First problem of a name's form, or null. */
export const domainProblem = (domain: string, suffixes: ReadonlySet<string>): DomainProblem | null =>
  problemOf(domain, suffixes, levelsOf(domain), registrablePart(domain, suffixes));

/** Key under which facts about a domain are kept: ASCII form where the name is ASCII or punycode, lower case. */
export const domainKey = (domain: string): string => domain.trim().toLowerCase().replace(/\.$/, "");
