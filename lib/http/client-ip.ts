/**
 * The caller's address for rate limits. Only the last entry counts: it was written by the nearest proxy (or by Next
 * itself, from the socket), everything before it by whoever wanted to be somebody else.
 */
export const clientIp = (headers: Headers): string =>
  headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
