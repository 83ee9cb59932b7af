const BASE = "http://here.invalid";

/** Where to go after signing in: a path of this site, or the fallback. Never another origin (`//x`, `/\x`, `http:`…). */
export function safeNext(value: unknown, fallback: string): string {
  if (typeof value !== "string" || !value.startsWith("/") || value.length > 500) return fallback;
  if (!URL.canParse(value, BASE)) return fallback;
  const url = new URL(value, BASE);
  if (url.origin !== BASE || url.pathname.startsWith("//") || url.pathname.startsWith("/sign-in"))
    return fallback;
  return `${url.pathname}${url.search}${url.hash}`;
}
