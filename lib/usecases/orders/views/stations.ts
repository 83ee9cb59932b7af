import type { OrderType } from "@/lib/filing/application/codes";
import { lifeOf } from "@/lib/filing/lifecycle/life";
import { STATION_OF, STATIONS, type Station, WAITING_OF } from "@/lib/filing/lifecycle/states";
import type { OrderSnapshot } from "@/lib/filing/lifecycle/types";

export interface StationView {
  readonly id: Station;
  readonly state: "done" | "you" | "others" | "refused" | "todo";
}

/** Where a cancellation stops on its way; without codes where nobody is asked for one (DF §3.2). */
const CANCELLING = ["confirm", "sms", "authority", "done"] as const;
const CANCELLING_ACCESS = ["confirm", "authority", "done"] as const;

const roadOf = (type: OrderType): readonly Station[] => {
  if (lifeOf(type) === "filing") return STATIONS;
  return type === "CANCEL_ACCESS" ? CANCELLING_ACCESS : CANCELLING;
};

/** The stations with "you are here"; a rejected order is back at the first, marked as a stop. */
export function stationsOf({ state, type }: Pick<OrderSnapshot, "state" | "type">): readonly StationView[] {
  const road = roadOf(type);
  // A reviewer's look, where there is one, belongs to the provider's part as does the hand-over.
  const before = state === "READY_FOR_AUTHORITY" || state === "PROVIDER_REVIEW";
  const here = before && road !== STATIONS ? "confirm" : STATION_OF[state];
  const at = here === null ? -1 : road.indexOf(here);
  const waiting = WAITING_OF[state];
  const mark = waiting === "ended" ? "todo" : waiting;
  return road.map((id, index) => ({ id, state: index === at ? mark : index < at ? "done" : "todo" }));
}
