import "server-only";
import { accessSync, constants, existsSync, statfsSync, statSync } from "node:fs";
import { env } from "@/lib/env";
import { type DoctorFinding, finding } from "./finding";

const GIB = 2 ** 30;
/** An upload is up to 50 MB, a backup as large as the data: below this something will soon not fit. */
export const FREE_WARN_BYTES = 5 * GIB;
/** SQLite's log and one upload each of a few people. */
export const FREE_FAIL_BYTES = GIB / 2;
const READABLE_BY_OTHERS = 0o077;

/** What free space means. */
export function judgeFree(bytes: number): DoctorFinding {
  const disk = finding("disk");
  const text = `${(bytes / GIB).toFixed(1)} GiB free`;
  if (bytes < FREE_FAIL_BYTES) return disk("fail", `${text}: uploads and saving will fail. Make room.`);
  if (bytes < FREE_WARN_BYTES) return disk("warn", `${text}: make room before it is used up.`);
  return disk("ok", text);
}

/** The data directory: there, ours, closed to others, on a disk with room. */
export function lookAtPlace(): readonly DoctorFinding[] {
  const data = finding("data");
  try {
    accessSync(env.DATA_DIR, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    if (!existsSync(env.DATA_DIR))
      return [data("fail", `${env.DATA_DIR} is not there yet: the first start, or npm run admin, makes it.`)];
    return [data("fail", `${env.DATA_DIR} cannot be read and written by this user.`)];
  }
  // Windows has no such bits.
  const open = process.platform !== "win32" && (statSync(env.DATA_DIR).mode & READABLE_BY_OTHERS) !== 0;
  const { bavail, bsize } = statfsSync(env.DATA_DIR);
  return [
    open ? data("warn", `${env.DATA_DIR} is open to other users: chmod 700.`) : data("ok", env.DATA_DIR),
    judgeFree(bavail * bsize),
  ];
}

/** Where people and mails are sent to. */
export function lookAtAddress(): DoctorFinding {
  const address = finding("address");
  const { protocol, hostname } = new URL(env.PUBLIC_URL);
  if (protocol === "https:") return address("ok", env.PUBLIC_URL);
  if (env.MODE === "sandbox" || ["localhost", "127.0.0.1"].includes(hostname))
    return address("ok", `${env.PUBLIC_URL} (this machine, or a sandbox)`);
  return address("fail", `PUBLIC_URL is ${env.PUBLIC_URL}: it must begin with https:// in production.`);
}
