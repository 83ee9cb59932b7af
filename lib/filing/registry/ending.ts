import type { HeldService, Registry, RegistryChange } from "./types";

/** A service ends from within: nothing may run below what is gone. */
export function endService({ number: service, domains, packages, access }: HeldService): RegistryChange[] {
  return [
    ...(access === null ? [] : [{ type: "access_ended" as const, service }]),
    ...packages.map((one) => ({ type: "package_ended" as const, service, ...one })),
    ...domains.map((domain) => ({ type: "domain_ended" as const, service, domain })),
    { type: "service_ended", service },
  ];
}

/** Without the record of its organiser no service is filed. */
export function endEntity({ entity, services }: Registry): RegistryChange[] {
  if (entity === null || entity.ended) return [];
  return [
    ...services.filter(({ ended }) => !ended).flatMap(endService),
    { type: "entity_ended", entity: entity.number },
  ];
}

/** What the authority struck off by itself; numbers not known here, or ended before, are none of our business. */
export function endStruck(registry: Registry, numbers: readonly string[]): RegistryChange[] {
  const struck = new Set(numbers);
  if (registry.entity !== null && struck.has(registry.entity.number)) return endEntity(registry);
  return registry.services.filter(({ number, ended }) => struck.has(number) && !ended).flatMap(endService);
}

/** An organiser's record under which no service stands, whoever filed it (DF §11.7, §15 B17). */
export const isShell = ({ entity, services, elsewhere = [] }: Registry): boolean =>
  entity !== null && !entity.ended && elsewhere.length === 0 && services.every(({ ended }) => ended);
