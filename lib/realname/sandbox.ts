import "server-only";
import { sandboxBusiness } from "@/lib/business/sandbox";
import type { RealNameService } from "./port";

/** Names that make the simulated service say something else than yes. */
export const SANDBOX_NAMES = { mismatch: "姓名不符", unavailable: "服务中断" } as const;

/**
 * Plays the service that compares names with documents. Of units it believes the sandbox's business registry; of
 * everybody else what is well formed, except the two names that stand for "no" and "no answer".
 */
export const sandboxRealName: RealNameService = {
  async verify({ kind, name, idNo }) {
    if (name.includes(SANDBOX_NAMES.unavailable)) return "unavailable";
    if (name.includes(SANDBOX_NAMES.mismatch)) return "mismatch";
    if (kind === "person") return "match";
    const known = await sandboxBusiness.find(idNo, { accountId: "", realName: name });
    return known?.name === name && known.status !== "closed" ? "match" : "mismatch";
  },
};
