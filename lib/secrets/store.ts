import "server-only";
import { createHash, randomBytes } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { env } from "@/lib/env";
import { KEY_BYTES } from "./cipher";

const key = z.base64().transform((text) => Buffer.from(text, "base64"));
const key32 = key.refine((bytes) => bytes.length === KEY_BYTES);

const schema = z.strictObject({
  version: z.literal(1),
  /** Which mode made them: production never runs on secrets of a sandbox. */
  origin: z.enum(["sandbox", "production"]),
  /** The first wraps; all unwrap (rotation). */
  masterKeys: z.array(key32).min(1),
  blindIndexKey: key32,
  authSecret: z.string().min(32),
  serverActionsKey: z.string(),
});

export type Secrets = z.output<typeof schema>;

export const SECRETS_FILE = "secrets.json";
export const secretsPath = (): string => join(env.DATA_DIR, SECRETS_FILE);

const fresh = () => randomBytes(KEY_BYTES).toString("base64");

/** Writes secrets.json when there is none (0600, whole or not at all). True when this call made it. */
export function ensureSecrets(): boolean {
  const path = secretsPath();
  if (fromEnv() !== null || statSync(path, { throwIfNoEntry: false })) return false;
  const content = {
    version: 1,
    origin: env.MODE,
    masterKeys: [fresh()],
    blindIndexKey: fresh(),
    authSecret: fresh(),
    serverActionsKey: fresh(),
  };
  const draft = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  const handle = openSync(draft, "wx", 0o600);
  try {
    writeSync(handle, `${JSON.stringify(content, null, 2)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    // A link never replaces: of two first boots at once, one wins and the other reads its file.
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    unlinkSync(draft);
  }
}

function fromEnv(): Secrets | null {
  const { ICP_MASTER_KEY, ICP_BLIND_INDEX_KEY, ICP_AUTH_SECRET } = env;
  const given = [ICP_MASTER_KEY, ICP_BLIND_INDEX_KEY, ICP_AUTH_SECRET].filter((value) => value !== undefined);
  if (given.length === 0) return null;
  if (given.length < 3) {
    throw new Error("Give all of ICP_MASTER_KEY, ICP_BLIND_INDEX_KEY and ICP_AUTH_SECRET, or none.");
  }
  return schema.parse({
    version: 1,
    origin: env.MODE,
    masterKeys: [ICP_MASTER_KEY],
    blindIndexKey: ICP_BLIND_INDEX_KEY,
    authSecret: ICP_AUTH_SECRET,
    serverActionsKey:
      env.ICP_SERVER_ACTIONS_KEY ??
      createHash("sha256").update(`actions ${ICP_AUTH_SECRET}`).digest("base64"),
  });
}

/** What secrets.json holds, or null. */
export function storedSecrets(): Secrets | null {
  const path = secretsPath();
  if (!statSync(path, { throwIfNoEntry: false })) return null;
  const parsed = schema.safeParse(JSON.parse(readFileSync(path, "utf8")));
  if (!parsed.success) throw new Error(`${path} is not a secrets file of this version.`);
  return parsed.data;
}

/** Neither the environment nor the data directory has any. */
export class NoSecretsError extends Error {
  override readonly name = "NoSecretsError";
}

let loaded: { path: string; secrets: Secrets } | undefined;

/** The secrets of this data directory; `prepare()` has made them. */
export function secrets(): Secrets {
  const path = secretsPath();
  if (loaded?.path !== path) {
    const found = fromEnv() ?? storedSecrets();
    if (!found)
      throw new NoSecretsError("There are no secrets yet: the data directory has not been prepared.");
    loaded = { path, secrets: found };
  }
  return loaded.secrets;
}
