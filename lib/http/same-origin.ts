const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);
export const isSafe = (method: string): boolean => SAFE_METHODS.has(method.toUpperCase());

/** Where this server answers, and whether the address in `Host` counts as itself too. */
export interface Self {
  readonly publicUrl: string;
  /** Sandbox: whoever starts it may reach it by any port or address of the machine. Production: PUBLIC_URL only. */
  readonly trustHost: boolean;
}

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);

function isOwnOrigin(origin: string, headers: Headers, self: Self): boolean {
  if (origin === new URL(self.publicUrl).origin) return true;
  const host = hostOf(origin);
  return self.trustHost && host !== null && host === headers.get("host");
}

/**
 * Did one of our own pages send this? Unsafe methods must prove it (a browser always sends `Origin` with them);
 * reading from another site is refused unless it is a person following a link.
 */
export function fromOwnPage(method: string, headers: Headers, self: Self): boolean {
  const site = headers.get("sec-fetch-site");
  if (isSafe(method)) return site !== "cross-site" || headers.get("sec-fetch-mode") === "navigate";
  if (site !== null && site !== "same-origin") return false;
  const origin = headers.get("origin");
  if (origin === null) return site === "same-origin";
  return isOwnOrigin(origin, headers, self);
}
