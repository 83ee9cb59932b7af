import "server-only";
import { join } from "node:path";
import { env } from "@/lib/env";
import { LocalStorage } from "./local";
import type { Storage } from "./port";

export type { ByteRange, Storage } from "./port";

export const localFiles = (): LocalStorage => new LocalStorage(join(env.DATA_DIR, "files"));

/** The document store of this installation. */
export const storage = (): Storage => localFiles();
