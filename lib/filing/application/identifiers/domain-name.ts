/** Domain names as filings see them: the registrable part, in lower case; Chinese names allowed (DF §7.3). */
export type DomainProblem = "length" | "form" | "ip" | "no-suffix" | "subdomain";

const LABEL = /^(?!-)[a-z0-9\p{Script=Han}-]{1,63}(?<!-)$/u;
/** Suffixes below which category names may be filed down to the fourth level. */
const CATEGORY = /\.(gov|[a-z]{2})\.cn$/;
/** Long enough for `a.cn`; the XSD of the authority counts from four. */
const MIN_LENGTH = 4;
const MAX_LENGTH = 128;

/** Longest listed suffix the name ends with (`com.cn`), or null. */
export function suffixOf(domain: string, suffixes: ReadonlySet<string>): string | null {
  const labels = domain.split(".");
  for (let i = 1; i < labels.length; i++) {
    const suffix = labels.slice(i).join(".");
    if (suffixes.has(suffix)) return suffix;
  }
  return null;
}

/** The part somebody registers: `shop.example.com.cn` → `example.com.cn`; by the last label when the suffix is unlisted. */
export function registrablePart(domain: string, suffixes: ReadonlySet<string>): string {
  const labels = domain.split(".");
  const depth = suffixOf(domain, suffixes)?.split(".").length ?? 1;
  return labels.slice(-(depth + 1)).join(".");
}

/** First problem of a name's form, or null. The suffix list only tells how long the suffix is. */
export function domainProblem(domain: string, suffixes: ReadonlySet<string>): DomainProblem | null {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(domain)) return "ip";
  const labels = domain.split(".");
  if (labels.length < 2) return "no-suffix";
  if (domain.length < MIN_LENGTH || domain.length > MAX_LENGTH) return "length";
  if (!labels.every((label) => LABEL.test(label)) || /^\d+$/.test(labels.at(-1) ?? "")) return "form";
  if (suffixes.has(domain)) return "form";
  const deeper = labels.length - registrablePart(domain, suffixes).split(".").length;
  if (deeper > 0 && !(CATEGORY.test(domain) && labels.length <= 4)) return "subdomain";
  return null;
}

/** Key under which facts about a domain are kept: ASCII form where the name is ASCII or punycode, lower case. */
export const domainKey = (domain: string): string => domain.trim().toLowerCase().replace(/\.$/, "");
