import { toAscii, toUnicode } from "./punycode";

/** Domain names as filings see them: the registrable part, in lower case; Chinese names allowed (DF §7.3). */
export type DomainProblem = "length" | "form" | "ip" | "no-suffix" | "subdomain" | "levels";

const FORM = /^(?!-)[a-z0-9-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9-]{1,63}(?<!-))+$/;
/** Scripts of labels that registries of the mainland give out. */
const WRITTEN = /^[a-z0-9\p{Script=Han}.-]+$/u;
const IP = /^\d{1,3}(?:\.\d{1,3}){3}$/;
/** Category suffixes below which deeper names are filed: `gov.cn` and the provinces', not `com.cn` or `ac.cn`. */
const CATEGORY = /^(?:gov|(?!ac)[a-z]{2})\.cn$/;
/** Deepest level that can be filed: of category names, and of every name of an APP [S4: APP 备案常见问题]. */
export const MAX_LEVELS = 4;
/** Long enough for `a.cn`; the XSD of the authority counts from four. */
const MIN_LENGTH = 4;
const MAX_LENGTH = 128;

/** A name taken apart once; rules read it instead of splitting the text again. */
export interface DomainName {
  /** The name as facts know it, in ASCII, proper or not. */
  readonly key: string;
  /** As a website's domain; of an APP's see `problemOfApp`. */
  readonly problem: DomainProblem | null;
  /** Longest listed suffix as the list writes it (`com.cn`, `公司`), or null. */
  readonly suffix: string | null;
  /** The part somebody registers: `shop.example.com.cn` → `example.com.cn`; by the last label when the suffix is unlisted. */
  readonly registrable: string;
  /** First label of the registrable part as people write it: `example`, `青禾`. */
  readonly label: string;
  /** Labels in all: 2 for `example.com`. */
  readonly levels: number;
}

interface SuffixList {
  /** Listed suffixes by their ASCII form: what is listed in Chinese is found in punycode. */
  readonly byAscii: ReadonlyMap<string, string>;
  /** Length of the longest: no listed suffix begins further from the end of a name. */
  readonly longest: number;
}
const LISTS = new WeakMap<ReadonlySet<string>, SuffixList>();

function listOf(suffixes: ReadonlySet<string>): SuffixList {
  const known = LISTS.get(suffixes);
  if (known !== undefined) return known;
  const byAscii = new Map([...suffixes].map((suffix) => [toAscii(suffix), suffix]));
  const made = { byAscii, longest: Math.max(0, ...[...byAscii.keys()].map(({ length }) => length)) };
  LISTS.set(suffixes, made);
  return made;
}

/** Where the suffix of an ASCII name begins, by the list, else by the last label; and what the list calls it. */
function suffixAt(key: string, suffixes: ReadonlySet<string>): readonly [at: number, listed: string | null] {
  const { byAscii, longest } = listOf(suffixes);
  // From where a suffix can begin: a name of thousands of dots costs no more than a short one.
  for (let dot = key.indexOf(".", key.length - longest - 1); dot >= 0; dot = key.indexOf(".", dot + 1)) {
    const listed = byAscii.get(key.slice(dot + 1));
    if (listed !== undefined) return [dot, listed];
  }
  return [key.lastIndexOf("."), null];
}

const levelsOf = (key: string): number => {
  let count = 1;
  for (let dot = key.indexOf("."); dot >= 0; dot = key.indexOf(".", dot + 1)) count += 1;
  return count;
};

function formProblem(key: string, levels: number, suffixes: ReadonlySet<string>): DomainProblem | null {
  if (IP.test(key)) return "ip";
  if (levels < 2) return "no-suffix";
  if (key.length < MIN_LENGTH || key.length > MAX_LENGTH) return "length";
  if (!FORM.test(key) || /\.\d+$/.test(key) || listOf(suffixes).byAscii.has(key)) return "form";
  if (!key.includes("xn--")) return null;
  const written = toUnicode(key);
  return written.includes("xn--") || !WRITTEN.test(written) ? "form" : null;
}

/** Takes a name apart. The suffix list tells how long the suffix is, not whether the name may be filed. */
export function parseDomain(typed: string, suffixes: ReadonlySet<string>): DomainName {
  const key = domainKey(typed);
  const [end, suffix] = suffixAt(key, suffixes);
  const start = key.lastIndexOf(".", end - 1) + 1;
  const levels = levelsOf(key);
  const form = formProblem(key, levels, suffixes);
  return {
    key,
    suffix,
    registrable: start === 0 ? key : key.slice(start),
    label: toUnicode(key.slice(start, Math.max(start, end))),
    levels,
    problem: form ?? (start === 0 ? null : deepProblem(suffix, levels)),
  };
}

/** Names below the registrable part: only those of category suffixes stand for themselves. */
function deepProblem(suffix: string | null, levels: number): DomainProblem | null {
  if (suffix === null || !CATEGORY.test(suffix)) return "subdomain";
  return levels <= MAX_LEVELS ? null : "levels";
}

/** The same name as an APP's domain: down to the fourth level, whatever its suffix. */
export function problemOfApp({ problem, levels }: DomainName): DomainProblem | null {
  if (problem !== "subdomain") return problem;
  return levels <= MAX_LEVELS ? null : "levels";
}

/** First problem of a website's domain, or null. */
export const domainProblem = (domain: string, suffixes: ReadonlySet<string>): DomainProblem | null =>
  parseDomain(domain, suffixes).problem;

/** Key under which facts about a domain are kept: lower case, ASCII form. */
export const domainKey = (domain: string): string => {
  const plain = domain.trim().toLowerCase();
  return toAscii(plain.endsWith(".") ? plain.slice(0, -1) : plain);
};
