import type { Policy } from "../policy/types";
import { GONE, type LeaveService, type LeaveShape, USED, WHERE, type Wish } from "./cancellation";
import { chosen, firstValues, type Query } from "./query";

export const HOLDERS = ["unit", "person"] as const;
export const SERVICE_AMOUNTS = ["one", "several", "none"] as const;
export const DOMAIN_AMOUNTS = ["one", "several"] as const;

/** The questions of the public page: what somebody has to say who is not signed in. */
export interface LeaveCase extends Pick<Wish, "gone" | "used"> {
  readonly where: LeaveShape["where"];
  readonly holder: (typeof HOLDERS)[number];
  readonly province: string;
  readonly services: (typeof SERVICE_AMOUNTS)[number];
  readonly domains: (typeof DOMAIN_AMOUNTS)[number];
}

/** The case an address describes, and null where it asks nothing; what it leaves out is the commonest case. */
export function readLeaveCase(
  query: Query,
  policy: Policy,
): { readonly asked: boolean; readonly of: LeaveCase } {
  const values = firstValues(query);
  const gone = chosen(GONE).parse(values.gone);
  const province = values.province ?? "";
  return {
    asked: gone !== undefined,
    of: {
      gone: gone ?? "service",
      used: chosen(USED).parse(values.used) ?? "no",
      where: chosen(WHERE).parse(values.where) ?? "here",
      holder: chosen(HOLDERS).parse(values.holder) ?? "unit",
      services: chosen(SERVICE_AMOUNTS).parse(values.services) ?? "one",
      domains: chosen(DOMAIN_AMOUNTS).parse(values.domains) ?? "one",
      province: Object.hasOwn(policy.provinces, province) ? province : "110000",
    },
  };
}

/** A filing as the case describes it; the first service is the one that is meant. */
export function shapeOfCase(
  { where, holder, province, services, domains, gone }: LeaveCase,
  policy: Policy,
): LeaveShape {
  const service = (number: string): LeaveService => ({
    number,
    accessHere: true,
    domains: domains === "several" ? ["a.example", "b.example"] : ["a.example"],
  });
  return {
    where,
    services: { none: [], one: ["1"], several: ["1", "2"] }[services].map(service),
    openOrder: gone === "order" ? "abandonable" : "none",
    person: holder === "person",
    personToUnit: policy.provinces[province]?.advice.personToUnit ?? "UNSPECIFIED",
  };
}

export const wishOfCase = ({ gone, used }: LeaveCase): Wish => ({ gone, used, services: ["1"] });

/** What the address of a filing's own page asks; services by their ids, as the page lists them. */
export interface OwnWish extends Omit<Wish, "services"> {
  readonly serviceIds: readonly string[];
}

/** Null: nothing asked yet. */
export function readOwnWish(query: Query): OwnWish | null {
  const values = firstValues(query);
  const gone = chosen(GONE).parse(values.gone);
  const used = chosen(USED).parse(values.used);
  if (gone === undefined || used === undefined) return null;
  const { service } = query;
  const serviceIds = service === undefined ? [] : typeof service === "string" ? [service] : service;
  return { gone, used, serviceIds };
}
