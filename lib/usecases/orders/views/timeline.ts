import type { OrderEvent } from "@/lib/filing/lifecycle/types";
import type { Params } from "@/lib/filing/shared/refusal";

export interface EventRow {
  readonly seq: number;
  readonly at: number;
  readonly actorKind: string;
  readonly userId: string | null;
  readonly event: OrderEvent;
}

export type TimelineTone = "you" | "others" | "done" | "refused" | "ended" | "neutral";

export interface TimelineLine {
  readonly seq: number;
  readonly at: number;
  /** Key below `events`. */
  readonly type: OrderEvent["type"];
  readonly tone: TimelineTone;
  /** Key below `orders.by`. Staff stay "the reviewer": applicants deal with the provider, not with a person. */
  readonly by: "you" | "colleague" | "reviewer" | "authority" | "lead" | "system";
  readonly params: Params;
  /** How often in a row: saving again and again is one line. */
  readonly times: number;
}

const TONES: Partial<Record<OrderEvent["type"], TimelineTone>> = {
  submitted: "others",
  claimed: "others",
  phoned: "others",
  callback_opened: "you",
  callback_requested: "others",
  rejected: "refused",
  authority_rejected: "refused",
  sms_failed: "refused",
  push_refused: "refused",
  approved_by_provider: "done",
  pushed: "others",
  sms_started: "you",
  sms_done: "done",
  sms_completed: "done",
  authority_approved: "done",
  confirmed: "others",
  authority_accepted: "done",
  cancelled: "done",
  returned: "refused",
  reminded: "you",
  abandoned: "ended",
  lapsed: "ended",
  expired: "ended",
};

/** The events as an applicant reads them, newest first. `nameOf` gives a masked name for a person's id. */
export function timelineOf(
  rows: readonly EventRow[],
  userId: string,
  nameOf: (personId: string) => string,
): readonly TimelineLine[] {
  return withoutRepeats(rows)
    .map(({ seq, at, actorKind, userId: by, event, times }) => ({
      seq,
      at,
      type: event.type,
      tone: TONES[event.type] ?? "neutral",
      by: byOf(actorKind, by, userId),
      params: paramsOf(event, nameOf),
      times,
    }))
    .reverse();
}

/** Saves of one person after another become the last of them, with their number. */
function withoutRepeats(rows: readonly EventRow[]): readonly (EventRow & { readonly times: number })[] {
  const out: (EventRow & { readonly times: number })[] = [];
  for (const row of rows) {
    const last = out.at(-1);
    const again = row.event.type === "saved" && last?.event.type === "saved" && last.userId === row.userId;
    if (again && last) out.splice(-1, 1, { ...row, times: last.times + 1 });
    else out.push({ ...row, times: 1 });
  }
  return out;
}

function byOf(kind: string, by: string | null, reader: string): TimelineLine["by"] {
  if (kind === "applicant") return by === reader ? "you" : "colleague";
  if (kind === "lead" || kind === "authority" || kind === "system") return kind;
  return "reviewer";
}

/** Placeholders of `events.<type>.applicant`. */
function paramsOf(event: OrderEvent, nameOf: (personId: string) => string): Params {
  switch (event.type) {
    case "submitted":
      return { round: event.round };
    case "phoned":
      return {
        outcome: event.outcome,
        number: event.number ?? "unknown",
        person: nameOf(event.personId),
      };
    case "callback_opened":
      return { person: nameOf(event.personId) };
    case "callback_requested":
      return { when: event.when ?? "any", person: nameOf(event.personId) };
    case "sms_done":
      return { person: nameOf(event.personId) };
    case "sms_started":
      return { count: event.required.length };
    case "sms_failed":
      return { cause: event.cause };
    case "rejected":
      return { count: event.items.length, automatic: String(event.automatic) };
    case "authority_rejected":
      return { count: event.items.length };
    case "resubmitted_to_authority":
      return { automatic: String(event.automatic) };
    case "authority_approved":
      return { entityNumber: event.entityNumber };
    case "confirmed":
      return { by: event.by, review: String(event.review ?? false) };
    case "cancelled":
      return { entityNumber: event.entityNumber };
    case "returned":
      return { cause: event.cause };
    case "reminded":
      return { day: event.day };
    default:
      return {};
  }
}
