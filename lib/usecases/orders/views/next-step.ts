import { lifeOf } from "@/lib/filing/lifecycle/life";
import type { Deadline } from "@/lib/filing/lifecycle/types";
import { DAY_MS } from "@/lib/filing/policy/calendar/time";
import type { OrderHead } from "./head";
import type { WaitView } from "./wait";

/** The one thing to do next: key below `console.next`, where its button goes, until when. */
export interface NextStep {
  readonly key: string;
  readonly href: string;
  /** Open corrections, where the sentence counts them. */
  readonly count: number;
  readonly deadline: Deadline | null;
  /** Something to do, or only to look at. */
  readonly acts: boolean;
}

/** What the overview says first. */
export function nextStepOf(
  order: OrderHead | null,
  wait: WaitView | null,
  known: { readonly open: number; readonly filed: boolean },
): NextStep {
  if (order === null) {
    const key = known.filed ? "startAnother" : "start";
    return { key, href: "/console/orders/new", count: 0, deadline: null, acts: true };
  }
  const href = `/console/orders/${order.id}`;
  const deadline = wait?.deadlines[0] ?? null;
  const count = known.open;
  if (order.state === "PROVIDER_REVIEW" && wait?.who === "you")
    return {
      key: "callback",
      href,
      count,
      deadline: byKind(wait, "callback_request") ?? deadline,
      acts: true,
    };
  const mended = (order.state === "PROVIDER_REJECTED" || order.state === "AUTHORITY_REJECTED") && count === 0;
  if (mended) return { key: "resubmit", href: `${href}/check`, count, deadline, acts: true };
  const acts = wait?.who === "you" || wait?.who === "leads";
  const key = lifeOf(order.type) === "filing" ? order.state : `cancel.${order.state}`;
  return { key, href, count, deadline, acts };
}

const byKind = (wait: WaitView, kind: Deadline["kind"]) =>
  wait.deadlines.find((deadline) => deadline.kind === kind);

export interface Expiry {
  readonly kind: "server" | "domain";
  readonly name: string;
  readonly at: number;
}

const SOON_MS = 60 * DAY_MS;

/** What runs out within two months, soonest first. */
export const expiriesOf = (all: readonly Expiry[], now: number): readonly Expiry[] =>
  all.filter(({ at }) => at - now < SOON_MS).sort((a, b) => a.at - b.at);
