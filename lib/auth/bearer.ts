import "server-only";
import { createHash } from "node:crypto";
import { randomToken } from "@/lib/ids";

/** A script's key: recognisable in a leak, 256 bits behind the mark. */
const MARK = "icp_";
const FORM = /^Bearer (icp_[A-Za-z0-9_-]{43})$/;

/** A new key. It is shown once; only its hash is kept. */
export const newApiToken = (): string => `${MARK}${randomToken(32)}`;

/** A fast hash is enough: nobody guesses 256 random bits. */
export const hashOfToken = (token: string): string => createHash("sha256").update(token).digest("base64url");

/** Does the caller show a key at all, good or bad? */
export const showsBearer = (headers: Headers): boolean => headers.has("authorization");

/** The key in `Authorization: Bearer icp_…`; null when there is none of that form. */
export const bearerOf = (headers: Headers): string | null =>
  FORM.exec(headers.get("authorization") ?? "")?.[1] ?? null;
