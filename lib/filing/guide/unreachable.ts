import type { Source } from "../policy/source";
import type { Policy } from "../policy/types";

/** Why a filed or unfiled name does not open, in the order of DF §10.4; first match wins. */
export const CAUSES_OF_SILENCE = [
  ...(["does-not-resolve", "server-hold", "server-outside"] as const),
  ...(["not-filed", "suffix-not-fileable", "access-missing", "cancelled"] as const),
  ...(["just-approved", "new-in-review", "access-in-review"] as const),
  ...(["on-the-server", "host-or-network", "look-first"] as const),
] as const;
export type CauseOfSilence = (typeof CAUSES_OF_SILENCE)[number];

/** What is known of a name; null: nobody looked, or nobody told. */
export interface Reach {
  readonly resolves: boolean | null;
  /** The server's address answers a ping. */
  readonly ipAnswers: boolean | null;
  readonly realNameVerified: boolean | null;
  readonly mainland: boolean | null;
  readonly filing: "never" | "ended" | "filed";
  /** Its suffix is on the list of those that can be filed. */
  readonly fileable: boolean;
  readonly accessHere: boolean;
  /** What the authority is reviewing for it. */
  readonly inReview: "new" | "change" | "access" | null;
  /** Minutes since the approval by which it may be served here. */
  readonly approvedMinutesAgo: number | null;
}

export interface Silence {
  readonly cause: CauseOfSilence;
  /** The name is kept from mainland servers; other names on the same host go on (DF §10.4). */
  readonly blocked: boolean;
  readonly source: Source;
}

const SOURCE: Readonly<Record<CauseOfSilence, Source>> = {
  "does-not-resolve": "GK",
  "server-hold": "S4: 阻断相关",
  "server-outside": "S4: 阻断相关",
  "not-filed": "S4: 阻断相关",
  "suffix-not-fileable": "S4: 阻断相关",
  "access-missing": "S4: 阻断相关",
  cancelled: "S4: 备案号; 阻断相关",
  "just-approved": "S4: 阻断相关; 接入备案相关",
  "new-in-review": "S4: 阻断相关",
  "access-in-review": "S4: 阻断相关",
  "on-the-server": "S4: 接入备案相关",
  "host-or-network": "S4: 接入备案相关",
  "look-first": "S4: 接入备案相关",
};
const BLOCKED: ReadonlySet<CauseOfSilence> = new Set([
  ...(["not-filed", "suffix-not-fileable", "access-missing", "cancelled"] as const),
  ...(["new-in-review", "access-in-review", "just-approved"] as const),
]);

/**
 * Why a name does not open. What waits for the authority is said before "not filed" and "no access", which would be true
 * as well and send somebody to file twice. A change under review keeps nothing closed, so it is no cause.
 */
export function whyUnreachable(reach: Reach, policy: Policy): Silence {
  const cause = causeOf(reach, policy);
  return { cause, blocked: BLOCKED.has(cause), source: SOURCE[cause] };
}

function causeOf(reach: Reach, policy: Policy): CauseOfSilence {
  if (reach.resolves === false) return "does-not-resolve";
  if (reach.ipAnswers !== false && reach.realNameVerified === false) return "server-hold";
  if (reach.mainland === false) return "server-outside";
  return ofFiling(reach) ?? ofApproved(reach, policy);
}

function ofFiling({ filing, fileable, accessHere, inReview }: Reach): CauseOfSilence | null {
  if (filing !== "filed") {
    if (!fileable) return "suffix-not-fileable";
    if (inReview === "new") return "new-in-review";
    return filing === "never" ? "not-filed" : "cancelled";
  }
  if (accessHere) return null;
  return inReview === "access" ? "access-in-review" : "access-missing";
}

function ofApproved({ approvedMinutesAgo, ipAnswers }: Reach, { provider }: Policy): CauseOfSilence {
  const lag = provider.accessLagMinutes[1];
  if (approvedMinutesAgo !== null && approvedMinutesAgo < lag) return "just-approved";
  if (ipAnswers === null) return "look-first";
  return ipAnswers ? "on-the-server" : "host-or-network";
}
