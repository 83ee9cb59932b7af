import "server-only";
import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

/**
 * A sealed value: magic "ICPS" · version 1 · key id (4) · nonce (12) · ciphertext · tag (16), AES-256-GCM.
 * Header and `aad` are authenticated: a blob moved to another row or field does not open.
 */
const MAGIC = Buffer.from("ICPS");
const VERSION = 1;
const HEADER = MAGIC.length + 1 + 4;
const NONCE = 12;
const TAG = 16;
export const KEY_BYTES = 32;
export const SEALED_OVERHEAD = HEADER + NONCE + TAG;

export type UnsealFailure = "malformed" | "version" | "wrong_key" | "tampered";

/** Thrown, not returned: stored data that does not open is a bug or an attack, never a user's mistake. */
export class UnsealError extends Error {
  override readonly name = "UnsealError";
  constructor(readonly code: UnsealFailure) {
    super(`A sealed value does not open: ${code}`);
  }
}

/** Names a key without telling anything of it. */
export const keyId = (key: Buffer): Buffer =>
  createHash("sha256").update("icp key id").update(key).digest().subarray(0, 4);

const bound = (header: Buffer, aad: string): Buffer => Buffer.concat([header, Buffer.from(aad, "utf8")]);

/** Encrypts; `aad` says what the value is, so that it opens nowhere else. */
export function sealBytes(key: Buffer, plain: Buffer, aad: string): Buffer {
  const header = Buffer.concat([MAGIC, Buffer.of(VERSION), keyId(key)]);
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG });
  cipher.setAAD(bound(header, aad));
  return Buffer.concat([header, nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** The key id a blob asks for, to choose among several master keys. */
export function sealedKeyId(blob: Buffer): Buffer {
  if (blob.length < SEALED_OVERHEAD || !blob.subarray(0, 4).equals(MAGIC)) throw new UnsealError("malformed");
  if (blob[4] !== VERSION) throw new UnsealError("version");
  return blob.subarray(5, HEADER);
}

/** @throws UnsealError with what is wrong: another key, another place, or tampered with. */
export function openBytes(key: Buffer, blob: Buffer, aad: string): Buffer {
  if (!sealedKeyId(blob).equals(keyId(key))) throw new UnsealError("wrong_key");
  const body = blob.subarray(HEADER + NONCE, blob.length - TAG);
  const decipher = createDecipheriv("aes-256-gcm", key, blob.subarray(HEADER, HEADER + NONCE), {
    authTagLength: TAG,
  });
  decipher.setAAD(bound(blob.subarray(0, HEADER), aad));
  decipher.setAuthTag(blob.subarray(blob.length - TAG));
  try {
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch {
    throw new UnsealError("tampered");
  }
}
