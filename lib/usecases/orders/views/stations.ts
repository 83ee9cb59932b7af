import {
  type OrderState,
  STATION_OF,
  STATIONS,
  type Station,
  WAITING_OF,
} from "@/lib/filing/lifecycle/states";

export interface StationView {
  readonly id: Station;
  readonly state: "done" | "you" | "others" | "refused" | "todo";
}

/** The five stations with "you are here"; a rejected order is back at the first, marked as a stop. */
export function stationsOf(state: OrderState): readonly StationView[] {
  const here = STATION_OF[state];
  const at = here === null ? -1 : STATIONS.indexOf(here);
  const waiting = WAITING_OF[state];
  const mark = waiting === "ended" ? "todo" : waiting;
  return STATIONS.map((id, index) => ({ id, state: index === at ? mark : index < at ? "done" : "todo" }));
}
