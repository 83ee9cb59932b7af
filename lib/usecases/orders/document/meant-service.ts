import { type FiledOne, meantService } from "@/lib/filing/application/take-over";
import { type ServiceInputs, serviceInputs, UNFILED } from "@/lib/filing/guide/order-type";
import type { DomainFact, FiledService, RegistryFact } from "@/lib/filing/rules/facts";
import type { OrderStart } from "./start";

/** The filed service the answers are about; undefined: something new. */
export function meantBy(
  { service = "WEBSITE", number, domain, another }: OrderStart,
  { filed }: RegistryFact,
): FiledService | undefined {
  if (another === true) return undefined;
  return meantService(filed?.services ?? [], { kind: service, domain, ...(number && { number }) });
}

/** Whose website a domain is filed as says nothing of an APP: what the register knows of his APPs does (DF §7.7). */
export function inputsOf(
  { service }: OrderStart,
  domain: DomainFact,
  { recordNumber }: RegistryFact,
  meant: FiledService | undefined,
): ServiceInputs {
  if (service !== "APP") return serviceInputs(domain, recordNumber);
  if (meant === undefined) return UNFILED;
  const { inFlightElsewhere } = domain;
  return { filed: "same-entity", accessHere: meant.accessHere, inFlightElsewhere };
}

/** What of it everybody finds in the register. */
export const lineOf = ({ number, kind, name, domains, packages }: FiledService): FiledOne => ({
  ...{ number, kind, name, domains, packages },
});
