/** The headers of ASVS 3.4 for everything we answer; the policy of scripts is per request. */
export interface HeaderOptions {
  readonly https: boolean;
  readonly nonce: string;
  /** Next's development server evaluates source maps, injects styles and opens a socket. */
  readonly development: boolean;
}

const YEAR_SECONDS = 365 * 86_400;

/** Only scripts that carry this request's nonce run, and what they load themselves; nothing from anywhere else. */
export function contentSecurityPolicy({ https, nonce, development }: HeaderOptions): string {
  const directives: Record<string, string[]> = {
    "default-src": ["'self'"],
    "script-src": [
      "'self'",
      `'nonce-${nonce}'`,
      "'strict-dynamic'",
      ...(development ? ["'unsafe-eval'"] : []),
    ],
    "style-src": ["'self'", ...(development ? ["'unsafe-inline'"] : [`'nonce-${nonce}'`])],
    // Attributes only: widths of bars and places of popovers are computed, and cannot run anything.
    "style-src-attr": ["'unsafe-inline'"],
    "img-src": ["'self'", "blob:", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'", ...(development ? ["ws:"] : [])],
    "worker-src": ["'self'", "blob:"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
  };
  const parts = Object.entries(directives).map(([name, values]) => `${name} ${values.join(" ")}`);
  return [...parts, ...(https ? ["upgrade-insecure-requests"] : [])].join("; ");
}

/** What every answer carries (ASVS 3.4). */
export function securityHeaders(options: HeaderOptions): Readonly<Record<string, string>> {
  return {
    "Content-Security-Policy": contentSecurityPolicy(options),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(self), geolocation=(), microphone=(), payment=(), usb=()",
    ...(options.https ? { "Strict-Transport-Security": `max-age=${YEAR_SECONDS}; includeSubDomains` } : {}),
  };
}
