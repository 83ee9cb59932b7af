import "server-only";
import { createHmac, randomBytes } from "node:crypto";
import { KEY_BYTES, keyId, openBytes, sealBytes, sealedKeyId, UnsealError } from "./cipher";
import { secrets } from "./store";

export { UnsealError } from "./cipher";

const WRAP_AAD = "data-key";

/** The key that wraps data keys, and seals what belongs to no order or account. */
export function masterKey(): Buffer {
  const [current] = secrets().masterKeys;
  if (!current) throw new Error("There is no master key.");
  return current;
}

/** A key for one order or account, and the form in which it is stored. */
export function newDataKey(): { key: Buffer; wrapped: Buffer } {
  const key = randomBytes(KEY_BYTES);
  return { key, wrapped: sealBytes(masterKey(), key, WRAP_AAD) };
}

/** Opens a stored data key with whichever master key wrapped it. */
export function unwrap(wrapped: Buffer): Buffer {
  const wanted = sealedKeyId(wrapped);
  const master = secrets().masterKeys.find((candidate) => keyId(candidate).equals(wanted));
  if (!master) throw new UnsealError("wrong_key");
  return openBytes(master, wrapped, WRAP_AAD);
}

/** JSON → ciphertext bound to `aad` (what it is and whose, e.g. `order:<id>:draft`). */
export function seal(key: Buffer, json: unknown, aad: string): Buffer {
  return sealBytes(key, Buffer.from(JSON.stringify(json), "utf8"), aad);
}

/** Opens what `seal` made; throws UnsealError when key, `aad` or a bit differs. */
export function open<T>(key: Buffer, blob: Buffer, aad: string): T {
  return JSON.parse(openBytes(key, blob, aad).toString("utf8")) as T;
}

export type BlindKind = "email" | "phone" | "id_no" | "name" | "cert" | "subject" | "domain" | "auth_code";

/** Keyed hash for equality search over personal values; the caller normalises the value first. */
export function blindIndex(kind: BlindKind, value: string): string {
  return createHmac("sha256", secrets().blindIndexKey).update(`${kind}\0${value}`).digest("base64url");
}

/** Secret of next-auth's tokens. */
export const authSecret = (): string => secrets().authSecret;

/** A key of its own for one purpose, derived from the blind-index key (survives rotation of the master key). */
export function purposeKey(purpose: string): Buffer {
  return createHmac("sha256", secrets().blindIndexKey).update(`purpose\0${purpose}`).digest();
}
