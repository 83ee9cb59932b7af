import "server-only";
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { KEY_BYTES, keyId, openBytes, SEALED_OVERHEAD, sealBytes } from "@/lib/secrets/cipher";

/**
 * A stored file: magic "ICPF" · version 1 · id of the data key (4) · wrapped file key · plain length (8) · header
 * tag (16), then segments of 64 KiB plain text, each ciphertext · tag (16). The nonce of a segment is its number
 * and a flag on the last, under a key of this file alone: ranges can be read, and truncation, reordering and
 * swapping are found. The storage key is part of what the file key is bound to, so files cannot trade places.
 */
export const SEGMENT = 64 * 1024;
export const TAG = 16;
const MAGIC = Buffer.from("ICPF");
const VERSION = 1;
const WRAPPED_AT = 9;
const LENGTH_AT = WRAPPED_AT + KEY_BYTES + SEALED_OVERHEAD;
const TAG_AT = LENGTH_AT + 8;
export const HEADER = TAG_AT + TAG;

export type StorageFailure = "missing" | "malformed" | "version" | "tampered" | "truncated";

/** Stored bytes that are not what was put: a bug, a broken disk or an attack; never a user's mistake. */
export class StorageError extends Error {
  override readonly name = "StorageError";
  constructor(readonly code: StorageFailure) {
    super(`A stored file cannot be read: ${code}`);
  }
}

const FLAG = { segment: 0, last: 1, header: 2 } as const;

function nonce(flag: keyof typeof FLAG, index: number): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt8(FLAG[flag], 7);
  bytes.writeUInt32BE(index, 8);
  return bytes;
}

const cipherOf = (key: Buffer, iv: Buffer) => createCipheriv("aes-256-gcm", key, iv, { authTagLength: TAG });
const decipherOf = (key: Buffer, iv: Buffer) =>
  createDecipheriv("aes-256-gcm", key, iv, { authTagLength: TAG });
const flagOf = (last: boolean) => (last ? "last" : "segment");
const wrapAad = (storageKey: string) => `file:${storageKey}`;

/** An empty file has one segment, too: its last flag proves that nothing was cut off. */
export const segmentCount = (bytes: number): number => Math.max(1, Math.ceil(bytes / SEGMENT));

/** Size on disk of a file with so many plain bytes. */
export const storedSize = (bytes: number): number => HEADER + bytes + segmentCount(bytes) * TAG;

/** A new file key, and the header without length and tag. */
export function newFileKey(dataKey: Buffer, storageKey: string): { fileKey: Buffer; start: Buffer } {
  const fileKey = randomBytes(KEY_BYTES);
  const wrapped = sealBytes(dataKey, fileKey, wrapAad(storageKey));
  return { fileKey, start: Buffer.concat([MAGIC, Buffer.of(VERSION), keyId(dataKey), wrapped]) };
}

/** The header as it stands once the length is known. */
export function finishHeader(fileKey: Buffer, start: Buffer, bytes: number): Buffer {
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(BigInt(bytes));
  const cipher = cipherOf(fileKey, nonce("header", 0));
  cipher.setAAD(Buffer.concat([start, length]));
  cipher.final();
  return Buffer.concat([start, length, cipher.getAuthTag()]);
}

/** The plain length a header claims; `openHeader` proves it. */
export function claimedLength(header: Buffer): number {
  if (header.length < HEADER || !header.subarray(0, MAGIC.length).equals(MAGIC))
    throw new StorageError("malformed");
  if (header[MAGIC.length] !== VERSION) throw new StorageError("version");
  return Number(header.readBigUInt64BE(LENGTH_AT));
}

/** Unwraps the file key and proves the header; throws UnsealError for a wrong data key or storage key. */
export function openHeader(
  header: Buffer,
  dataKey: Buffer,
  storageKey: string,
): { fileKey: Buffer; bytes: number } {
  const bytes = claimedLength(header);
  const fileKey = openBytes(dataKey, header.subarray(WRAPPED_AT, LENGTH_AT), wrapAad(storageKey));
  const decipher = decipherOf(fileKey, nonce("header", 0));
  decipher.setAAD(header.subarray(0, TAG_AT));
  decipher.setAuthTag(header.subarray(TAG_AT, HEADER));
  try {
    decipher.final();
  } catch {
    throw new StorageError("tampered");
  }
  return { fileKey, bytes };
}

/** One segment, bound to its place and to whether it is the last. */
export function sealSegment(fileKey: Buffer, index: number, last: boolean, plain: Buffer): Buffer {
  const cipher = cipherOf(fileKey, nonce(flagOf(last), index));
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** @throws StorageError when the segment is not whole, not at its place, or not of this file. */
export function openSegment(fileKey: Buffer, index: number, last: boolean, stored: Buffer): Buffer {
  if (stored.length < TAG) throw new StorageError("truncated");
  const decipher = decipherOf(fileKey, nonce(flagOf(last), index));
  decipher.setAuthTag(stored.subarray(stored.length - TAG));
  try {
    return Buffer.concat([decipher.update(stored.subarray(0, stored.length - TAG)), decipher.final()]);
  } catch {
    throw new StorageError("tampered");
  }
}
