import "server-only";
import { read } from "@/db/client";
import { knownBusinesses } from "@/db/queries/holdings";
import { blindIndex, masterKey, open } from "@/lib/secrets";
import type { RealNameService } from "./port";

/** Names that make the simulated service say something else than yes. */
export const SANDBOX_NAMES = { mismatch: "姓名不符", unavailable: "服务中断" } as const;

/**
 * Plays the service that compares names with documents. It knows the units of the sandbox's business registry; of
 * everybody else it believes what is well formed, except the two names that stand for "no" and "no answer".
 */
export const sandboxRealName: RealNameService = {
  async verify({ kind, name, idNo }) {
    if (name.includes(SANDBOX_NAMES.unavailable)) return "unavailable";
    if (name.includes(SANDBOX_NAMES.mismatch)) return "mismatch";
    if (kind === "person") return "match";
    const certIdx = blindIndex("cert", idNo);
    const [row] = await knownBusinesses(read(), certIdx);
    if (row === undefined) return "match";
    const known = open<{ name: string }>(masterKey(), row.recordEnc, `sandbox_business:${certIdx}`);
    return row.status !== "closed" && known.name === name ? "match" : "mismatch";
  },
};
