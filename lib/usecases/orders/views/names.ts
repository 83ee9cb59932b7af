/** A person's name where the whole is not needed: the first character, the rest covered. */
export function maskName(name: string | undefined): string {
  const characters = [...(name ?? "").trim()];
  return characters.length === 0
    ? ""
    : `${characters[0]}${"*".repeat(Math.min(3, Math.max(1, characters.length - 1)))}`;
}
