/** Names longer than this are units, and those begin with a place of two characters. */
const LONGEST_PERSON = 4;

/** The last two characters of a Chinese person, the two after the place of a unit, the first letters of others. */
export function initials(name: string): string {
  const trimmed = name.trim();
  const words = trimmed.split(/\s+/);
  if (words.length > 1)
    return words
      .slice(0, 2)
      .map((word) => [...word][0] ?? "")
      .join("")
      .toUpperCase();
  const characters = [...trimmed];
  if (characters.length > LONGEST_PERSON && !/\p{Script=Latin}/u.test(trimmed))
    return characters.slice(2, 4).join("");
  return /^[\p{Script=Latin}]/u.test(trimmed)
    ? (characters[0] ?? "").toUpperCase()
    : characters.slice(-2).join("");
}

/** Who did or holds something; the whole name is its text for those who listen. */
export function Avatar({ name }: { name: string }) {
  return (
    <span
      title={name}
      className="inline-flex size-7 shrink-0 items-center justify-center rounded-full bg-accent-wash text-small font-semibold text-accent"
    >
      <span aria-hidden>{initials(name)}</span>
      <span className="sr-only">{name}</span>
    </span>
  );
}
