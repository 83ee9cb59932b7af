import type { Messages } from "./load";

/** Both, the second's sentences in front where the two differ; neither is changed. */
export function mergeMessages(first: Messages, second: Messages): Messages {
  const merged: Messages = { ...first };
  for (const [key, value] of Object.entries(second)) {
    const before = Object.hasOwn(first, key) ? first[key] : undefined;
    merged[key] =
      typeof before === "object" && typeof value === "object" ? mergeMessages(before, value) : value;
  }
  return merged;
}

/**
 * Only the named parts, by their dotted paths (`errors`, `fields.entity`, `rules.domain.form`): what a page sends to
 * the browser. An unknown name is a bug.
 */
export function pickMessages(messages: Messages, parts: readonly string[]): Messages {
  return parts.map((part) => partOf(messages, part)).reduce(mergeMessages, {});
}

function partOf(messages: Messages, part: string): Messages {
  const keys = part.split(".");
  let found: string | Messages | undefined = messages;
  for (const key of keys)
    found = typeof found === "object" && Object.hasOwn(found, key) ? found[key] : undefined;
  if (found === undefined) throw new Error(`no messages "${part}"`);
  return keys.reduceRight<string | Messages>((inner, key) => ({ [key]: inner }), found) as Messages;
}
