import "server-only";
import { randomBytes } from "node:crypto";
import { systemClock } from "@/lib/clock";

let lastMs = 0;
let counter = 0;

/** UUIDv7: sorts by time of making; a 12-bit counter keeps ids of one millisecond in order. System clock. */
export function newId(): string {
  const now = systemClock().now();
  const bytes = randomBytes(16);
  if (now > lastMs) {
    lastMs = now;
    counter = bytes.readUInt16BE(6) & 0x7ff;
  } else {
    counter += 1;
    if (counter > 0xfff) {
      lastMs += 1;
      counter = 0;
    }
  }
  bytes.writeUIntBE(lastMs, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** Unguessable text of n random bytes, base64url. */
export const randomToken = (bytes = 32): string => randomBytes(bytes).toString("base64url");
