import type { HeldPackage, HeldService, Registry, RegistryChange } from "./types";

/** One package of one platform: what is filed is the pair. */
export const packageKey = ({ platform, packageName }: HeldPackage): string => `${platform} ${packageName}`;

/** The registry after the changes. It trusts them: `changesOf` is what asks whether they may be. */
export const applyChanges = (registry: Registry, changes: readonly RegistryChange[]): Registry =>
  changes.reduce(applyOne, registry);

function applyOne(registry: Registry, change: RegistryChange): Registry {
  const { entity } = registry;
  switch (change.type) {
    case "entity_opened":
      return { ...registry, entity: { number: change.entity, ended: false, document: change.document } };
    case "entity_changed":
      return { ...registry, entity: entity && { ...entity, document: change.document } };
    case "entity_ended":
      return { ...registry, entity: entity && { ...entity, ended: true } };
    case "entity_moved":
      return registry;
    case "service_opened": {
      const { service: number, document } = change;
      const opened: HeldService = {
        ...{ number, kind: document.kind, ended: false, document },
        ...{ domains: [], packages: [], access: null },
      };
      return { ...registry, services: [...registry.services, opened] };
    }
    default:
      return {
        ...registry,
        services: registry.services.map((held) =>
          held.number === change.service ? ofService(held, change) : held,
        ),
      };
  }
}

type OfService = Exclude<RegistryChange, { type: `entity_${string}` | "service_opened" }>;

function ofService(held: HeldService, change: OfService): HeldService {
  switch (change.type) {
    case "service_changed":
      return { ...held, document: change.document };
    case "service_ended":
      return { ...held, ended: true };
    case "domain_opened":
      return { ...held, domains: [...held.domains, change.domain] };
    case "domain_ended":
      return { ...held, domains: held.domains.filter((domain) => domain !== change.domain) };
    case "package_opened": {
      const { platform, packageName } = change;
      return { ...held, packages: [...held.packages, { platform, packageName }] };
    }
    case "package_ended":
      return { ...held, packages: held.packages.filter((one) => packageKey(one) !== packageKey(change)) };
    case "access_opened":
      return { ...held, access: { resourceId: change.resourceId, ips: change.ips } };
    case "access_ended":
      return { ...held, access: null };
  }
}
