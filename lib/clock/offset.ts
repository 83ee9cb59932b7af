import "server-only";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { env } from "@/lib/env";

const schema = z.strictObject({ offsetMs: z.int().min(0) });
let seen = { path: "", stamp: "", offsetMs: 0 };

export const offsetPath = (): string => join(env.DATA_DIR, "clock.json");

/** How far business time runs ahead; read again whenever the file was replaced, by whichever process. */
export function storedOffset(): number {
  const path = offsetPath();
  const stat = statSync(path, { throwIfNoEntry: false, bigint: true });
  const stamp = stat ? `${stat.ino}:${stat.mtimeNs}:${stat.size}` : "none";
  if (seen.path !== path || seen.stamp !== stamp) {
    seen = {
      path,
      stamp,
      offsetMs: stat ? schema.parse(JSON.parse(readFileSync(path, "utf8"))).offsetMs : 0,
    };
  }
  return seen.offsetMs;
}
