import "server-only";
import { createHmac } from "node:crypto";
import { systemClock } from "@/lib/clock";
import { purposeKey } from "@/lib/secrets";
import { type LimitsStore, limitsStore } from "./store";

export interface Allowance {
  readonly ok: boolean;
  /** Seconds until the next try can succeed; 0 when ok. */
  readonly retryAfter: number;
}

const FORGET_EVERY = 256;
const TRIES = 40;
let calls = 0;

/** Another process may hold the file for a moment; whoever cannot be counted is not let through. */
async function counted(store: LimitsStore, key: string, window: number, expiresAt: number): Promise<number> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    try {
      return store.count(key, window, expiresAt);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY")))
        throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 25));
    }
  }
  return Number.POSITIVE_INFINITY;
}

/**
 * Counts a hit on `key` and says whether it is within `max` per window. System clock. The key may name a person
 * (an e-mail, an address): only its keyed hash is stored.
 */
export async function hit(key: string, max: number, windowSeconds: number): Promise<Allowance> {
  const now = systemClock().now();
  const size = windowSeconds * 1000;
  const window = Math.floor(now / size);
  const expiresAt = (window + 1) * size;
  const hashed = createHmac("sha256", purposeKey("limits"))
    .update(`${windowSeconds}\0${key}`)
    .digest("base64url");
  const store = limitsStore();
  const count = await counted(store, hashed, window, expiresAt);
  calls += 1;
  if (calls % FORGET_EVERY === 0) store.forgetBefore(now);
  if (count <= max) return { ok: true, retryAfter: 0 };
  return { ok: false, retryAfter: Math.max(1, Math.ceil((expiresAt - now) / 1000)) };
}
