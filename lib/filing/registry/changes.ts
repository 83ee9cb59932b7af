import { fieldsBetween } from "../application/changes";
import type { OrderType } from "../application/codes";
import type { ServiceDraft } from "../application/draft";
import { domainsOf } from "../application/service-domains";
import { isAccess } from "../guide/order-type";
import { fail, ok, type Result } from "../shared/result";
import { same } from "../shared/same";
import { applyChanges, packageKey } from "./apply";
import { endEntity, endService, endStruck } from "./ending";
import { accessOf, entityDocument, entityLabels, packagesOf, serviceDocument } from "./parts";
import type {
  HeldAccess,
  HeldService,
  Registry,
  RegistryChange,
  RegistryEvent,
  RegistryProblem,
  ServiceDocument,
} from "./types";
import { entityValues, serviceValues } from "./values";

type Changes = Result<readonly RegistryChange[], RegistryProblem>;
type Approved = Extract<RegistryEvent, { type: "approved" }>;
type Step = (registry: Registry, event: Approved) => Changes;

/** What an approved order of each type does (DF §2.3, column "Result"), step by step. */
const STEPS: Readonly<Record<OrderType, readonly Step[]>> = {
  FIRST_FILING: [openEntity, addServices],
  // The organiser is shown, not asked: what stands in the order about him changes nothing.
  NEW_SERVICE_LOCAL: [addServices],
  NEW_SERVICE_FOREIGN: [openEntity, addServices],
  ACCESS_FILING: [openEntity, bringServices],
  ACCESS_SERVICE: [bringServices],
  CHANGE_ENTITY: [changeEntity],
  CHANGE_SERVICE: [bringServices],
  CHANGE_FILING: [changeEntity, bringServices],
  CANCEL_ENTITY: [(registry) => ok(endEntity(registry))],
  CANCEL_SERVICE: [cancelServices],
  CANCEL_ACCESS: [cancelAccess],
};

/** Types that begin with an organiser this provider need not know yet. */
const OPENING: ReadonlySet<OrderType> = new Set(["FIRST_FILING", "NEW_SERVICE_FOREIGN", "ACCESS_FILING"]);

/**
 * (registry of an organiser, event) → changes. An order that contradicts what is filed is a problem, never half done;
 * an unasked notice only ends what is still there, so that hearing it twice does nothing.
 */
export function changesOf(registry: Registry, event: RegistryEvent): Changes {
  if (event.type === "conflict") return ok([]);
  if (event.type === "struck") return ok(endStruck(registry, event.numbers));
  const { entity } = registry;
  if (event.type === "moved") return moveEntity(registry, event.to);
  if (entity === null && !OPENING.has(event.orderType)) return fail("entity-unknown");
  if (entity?.ended) return fail("entity-ended");
  if (entity !== null && entity.number !== event.entityNumber) return fail("number-of-other-entity");
  return inOrder(registry, event, STEPS[event.orderType]);
}

/** To another account, with everything under it: who may is decided where it is asked for. */
function moveEntity({ entity }: Registry, to: string): Changes {
  if (entity === null) return fail("entity-unknown");
  return entity.ended ? fail("entity-ended") : ok([{ type: "entity_moved", entity: entity.number, to }]);
}

/** Each step sees what the one before it did. */
function inOrder(registry: Registry, event: Approved, steps: readonly Step[]): Changes {
  const all: RegistryChange[] = [];
  let now = registry;
  for (const step of steps) {
    const made = step(now, event);
    if (!made.ok) return made;
    all.push(...made.value);
    now = applyChanges(now, made.value);
  }
  return ok(all);
}

function openEntity(registry: Registry, event: Approved): Changes {
  if (registry.entity !== null) return ok([]);
  const document = entityDocument(event.application);
  if (entityLabels(document) === null) return fail("incomplete");
  return ok([{ type: "entity_opened", entity: event.entityNumber, document }]);
}

function changeEntity({ entity }: Registry, event: Approved): Changes {
  if (entity === null) return fail("entity-unknown");
  const document = entityDocument(event.application);
  const [before, after] = [entityLabels(entity.document), entityLabels(document)];
  if (after === null) return fail("incomplete");
  if (before !== null && before.province !== after.province) return fail("province-changed");
  if (same(entity.document, document)) return ok([]);
  const values = fieldsBetween(entityValues(entity.document), entityValues(document));
  return ok([{ type: "entity_changed", entity: entity.number, document, values }]);
}

/** The services an order files, with their numbers; it may be approved for fewer than it asked. */
const named = ({ application, services }: Approved) =>
  application.services.flatMap((service) => {
    const number = services[service.id];
    return number === undefined ? [] : [{ number, service, document: serviceDocument(service, application) }];
  });

function addServices(registry: Registry, event: Approved): Changes {
  return perService(registry, event, (now, number, document) => {
    const known = now.services.find((held) => held.number === number);
    if (known !== undefined) return fail(known.ended ? "service-ended" : "number-taken");
    return openService(now, number, document);
  });
}

/**
 * Access and change orders: what they say of a service replaces what was filed. One filed elsewhere is new here; a
 * change must know what it changes.
 */
function bringServices(registry: Registry, event: Approved): Changes {
  const opens = isAccess(event.orderType);
  return perService(registry, event, (now, number, document) => {
    const known = now.services.find((held) => held.number === number);
    if (known === undefined) return opens ? openService(now, number, document) : fail("service-unknown");
    return known.ended ? fail("service-ended") : changeService(now, known, document, opens);
  });
}

function perService(
  registry: Registry,
  event: Approved,
  one: (now: Registry, number: string, document: ServiceDocument) => Changes,
): Changes {
  return inOrder(
    registry,
    event,
    named(event).map(
      ({ number, document }): Step =>
        (now) =>
          one(now, number, document),
    ),
  );
}

/** An organiser's APPs may share a domain with his website and with one another; websites share none. */
const isTaken = (registry: Registry, number: string, service: ServiceDraft): boolean =>
  service.kind === "WEBSITE" &&
  registry.services.some(
    (held) =>
      held.kind === "WEBSITE" &&
      held.number !== number &&
      held.domains.some((domain) => domainsOf(service).includes(domain)),
  );

function openService(registry: Registry, service: string, document: ServiceDocument): Changes {
  if (isTaken(registry, service, document)) return fail("domain-taken");
  return ok([
    { type: "service_opened", service, document },
    ...domainsOf(document).map((domain) => ({ type: "domain_opened" as const, service, domain })),
    ...packagesOf(document).map((one) => ({ type: "package_opened" as const, service, ...one })),
    { type: "access_opened", service, ...accessOf(document) },
  ]);
}

function changeService(
  registry: Registry,
  held: HeldService,
  document: ServiceDocument,
  opens: boolean,
): Changes {
  const service = held.number;
  if (held.kind !== document.kind) return fail("kind-changed");
  if (isTaken(registry, service, document)) return fail("domain-taken");
  const [domains, packages] = [domainsOf(document), packagesOf(document)];
  const kept = new Set(packages.map(packageKey));
  const had = new Set(held.packages.map(packageKey));
  const values = fieldsBetween(serviceValues(held.document), serviceValues(document));
  return ok([
    ...(same(held.document, document)
      ? []
      : [{ type: "service_changed" as const, service, document, values }]),
    ...held.domains
      .filter((domain) => !domains.includes(domain))
      .map((domain) => ({ type: "domain_ended" as const, service, domain })),
    ...domains
      .filter((domain) => !held.domains.includes(domain))
      .map((domain) => ({ type: "domain_opened" as const, service, domain })),
    ...held.packages
      .filter((one) => !kept.has(packageKey(one)))
      .map((one) => ({ type: "package_ended" as const, service, ...one })),
    ...packages
      .filter((one) => !had.has(packageKey(one)))
      .map((one) => ({ type: "package_opened" as const, service, ...one })),
    ...moveAccess(held, accessOf(document), opens),
  ]);
}

/** Another server is another access. A change never gives back one that was cancelled: that takes an access order. */
function moveAccess(held: HeldService, access: HeldAccess, opens: boolean): readonly RegistryChange[] {
  const service = held.number;
  const opened: RegistryChange = { type: "access_opened", service, ...access };
  if (held.access === null) return opens ? [opened] : [];
  return same(held.access, access) ? [] : [{ type: "access_ended", service }, opened];
}

function cancelServices(registry: Registry, event: Approved): Changes {
  return perNumber(registry, event, (held) => ok(endService(held)));
}

function cancelAccess(registry: Registry, event: Approved): Changes {
  return perNumber(registry, event, (held) =>
    held.access === null
      ? fail("access-missing")
      : ok([{ type: "access_ended", service: held.number } as const]),
  );
}

function perNumber(registry: Registry, event: Approved, one: (held: HeldService) => Changes): Changes {
  const all: RegistryChange[] = [];
  for (const number of new Set(Object.values(event.services))) {
    const held = registry.services.find((service) => service.number === number);
    if (held === undefined) return fail("service-unknown");
    if (held.ended) return fail("service-ended");
    const made = one(held);
    if (!made.ok) return made;
    all.push(...made.value);
  }
  return ok(all);
}
