/**
 * Internationalised domain names (RFC 3492, RFC 5891): registries, DNS and our facts use the ASCII form, people the
 * written one. `URL`, which browsers and Node share, maps and encodes; it does not decode.
 */
const PREFIX = "xn--";
const NON_ASCII = /[^\0-\x7F]/;
/** What a host name may hold before encoding: nothing that would make `URL` read user, port or path. */
const HOST = /^[\p{L}\p{M}\p{N}.-]+$/u;

/** ASCII form of a lower-case name; unchanged when it is ASCII, or no name at all. */
export function toAscii(name: string): string {
  if (!NON_ASCII.test(name) || !HOST.test(name)) return name;
  try {
    return new URL(`http://${name}`).hostname;
  } catch {
    return name;
  }
}

/** The name as people write it; labels that cannot be decoded stay. */
export const toUnicode = (name: string): string =>
  name.includes(PREFIX)
    ? name
        .split(".")
        .map((label) => (label.startsWith(PREFIX) ? (decoded(label.slice(PREFIX.length)) ?? label) : label))
        .join(".")
    : name;

const BASE = 36;
const MAX_CODE_POINT = 0x10_ff_ff;

function adapted(delta: number, count: number, first: boolean): number {
  let rest = first ? Math.floor(delta / 700) : delta >> 1;
  rest += Math.floor(rest / count);
  let k = 0;
  for (; rest > 455; k += BASE) rest = Math.floor(rest / 35);
  return k + Math.floor((36 * rest) / (rest + 38));
}

const digitOf = (char: string): number => {
  const code = char.charCodeAt(0);
  if (code >= 97 && code <= 122) return code - 97;
  return code >= 48 && code <= 57 ? code - 22 : Number.NaN;
};

/** One generalised integer of the encoded text, from `at`; undefined when it is broken. */
function deltaFrom(
  text: string,
  at: number,
  bias: number,
): { readonly value: number; readonly next: number } | undefined {
  let value = 0;
  let weight = 1;
  let next = at;
  for (let k = BASE; next < text.length; k += BASE) {
    const digit = digitOf(text.charAt(next));
    next += 1;
    value += digit * weight;
    if (!(value <= Number.MAX_SAFE_INTEGER)) return undefined;
    const threshold = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias;
    if (digit < threshold) return { value, next };
    weight *= BASE - threshold;
  }
  return undefined;
}

/** A label without its prefix, decoded; undefined when it is no punycode. */
function decoded(text: string): string | undefined {
  const hyphen = text.lastIndexOf("-");
  const basic = Math.max(hyphen, 0);
  const out = [...text.slice(0, basic)];
  let [code, bias, at, index] = [128, 72, hyphen > 0 ? hyphen + 1 : 0, 0];
  if (at >= text.length) return undefined;
  while (at < text.length) {
    const delta = deltaFrom(text, at, bias);
    if (delta === undefined) return undefined;
    const count = out.length + 1;
    bias = adapted(delta.value, count, out.length === basic);
    index += delta.value;
    code += Math.floor(index / count);
    index %= count;
    if (code > MAX_CODE_POINT) return undefined;
    out.splice(index, 0, String.fromCodePoint(code));
    index += 1;
    at = delta.next;
  }
  return out.join("");
}
