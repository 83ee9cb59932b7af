import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** OWASP's second argon2id profile: 19 MiB, two passes, one lane (the library's algorithm is argon2id). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password.normalize("NFKC"), COST);

let decoy: Promise<string> | undefined;

/**
 * Does the password fit? Without a stored hash (unknown mail, no password set) the same work is done against a decoy,
 * so that the time taken says nothing about who has an account.
 */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("nobody's password");
  const fits = await verify(stored ?? (await decoy), password.normalize("NFKC"));
  return stored !== null && fits;
}
