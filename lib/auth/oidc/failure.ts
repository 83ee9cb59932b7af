import "server-only";

const NOT_REACHED = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "EPIPE",
]);

const part = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;

/**
 * Why an exchange with the issuer failed: it could not be asked or is ill itself (nothing asked at all: discovery did
 * not answer), or what it said must not be believed.
 */
export function failureOf(error: unknown): "identity-unavailable" | "identity-failed" {
  if (error === null) return "identity-unavailable";
  const status = part(part(error, "response"), "statusCode");
  if (typeof status === "number" && status >= 500) return "identity-unavailable";
  if (NOT_REACHED.has(String(part(error, "code")))) return "identity-unavailable";
  const message = error instanceof Error ? error.message : "";
  return message.startsWith("outgoing request timed out") ? "identity-unavailable" : "identity-failed";
}
