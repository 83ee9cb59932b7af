import fc from "fast-check";
import { expect, it } from "vitest";
import { ORDER_TYPES } from "../application/codes";
import { domainsOf } from "../application/service-domains";
import { isChange, isNewService } from "../guide/order-type";
import { applyChanges } from "./apply";
import { changesOf } from "./changes";
import { app, approved, ENTITY, numberOf, site } from "./testing";
import { EMPTY_REGISTRY, type Registry, type RegistryEvent } from "./types";

/**
 * A reference as simple as a list of facts: which numbers stand, with which domain and whether they are served here.
 * Whatever the authority says in whatever order, the register must come to the same.
 */
interface Line {
  readonly domain: string;
  readonly here: boolean;
  readonly ended: boolean;
}
interface Reference {
  entity: "none" | "alive" | "ended";
  readonly lines: Map<string, Line>;
}

const part = fc.record({ n: fc.integer({ min: 1, max: 3 }), at: fc.integer({ min: 1, max: 3 }) });
const NUMBERS = [1, 2, 3].flatMap((n) => [numberOf(n), numberOf(n, "APP")]);
/** `n` is the number the authority gives, `at` the domain the order asks for. */
const order = fc
  .record({
    type: fc.constantFrom(...ORDER_TYPES),
    sites: fc.array(part, { maxLength: 2 }),
    app: fc.boolean(),
  })
  .map(({ type, sites, app: isApp }) =>
    approved(
      type,
      sites.map(({ n, at }, index) =>
        isApp
          ? [numberOf(n, "APP"), { ...app(at), id: `svc_part0${index}` }]
          : [numberOf(n), { ...site(at), id: `svc_part0${index}` }],
      ),
    ),
  );
const event: fc.Arbitrary<RegistryEvent> = fc.oneof(
  { weight: 6, arbitrary: order },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant("struck" as const),
      numbers: fc.subarray([ENTITY, ...NUMBERS], { maxLength: 2 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant<RegistryEvent>({ type: "conflict", target: ENTITY }) },
  { weight: 1, arbitrary: fc.constant<RegistryEvent>({ type: "moved", to: "acc_2" }) },
);

const OPENING = new Set(["FIRST_FILING", "NEW_SERVICE_FOREIGN", "ACCESS_FILING"]);
const dead = (line: Line): Line => ({ ...line, here: false, ended: true });
const allDead = ({ lines }: Reference) => new Map([...lines].map(([number, line]) => [number, dead(line)]));

/** What the event would make of the reference; null: it cannot be true. */
function refer(now: Reference, said: RegistryEvent): Reference | null {
  if (said.type === "conflict") return now;
  // Whose it is changes nothing filed; what is not there, or no longer, goes nowhere.
  if (said.type === "moved") return now.entity === "alive" ? now : null;
  if (said.type === "struck") return struck(now, said.numbers);
  const { orderType: type } = said;
  if (now.entity === "ended" || (now.entity === "none" && !OPENING.has(type))) return null;
  if (type === "CHANGE_ENTITY") return now;
  if (type === "CANCEL_ENTITY") return { entity: "ended", lines: allDead(now) };
  const lines =
    type === "CANCEL_SERVICE" || type === "CANCEL_ACCESS" ? cancelled(now, said) : filed(now, said);
  return lines && { entity: "alive", lines };
}

function struck(now: Reference, numbers: readonly string[]): Reference {
  if (now.entity === "alive" && numbers.includes(ENTITY)) return { entity: "ended", lines: allDead(now) };
  const end = ([number, line]: [string, Line]) =>
    [number, numbers.includes(number) ? dead(line) : line] as const;
  return { ...now, lines: new Map([...now.lines].map(end)) };
}

type Order = Extract<RegistryEvent, { type: "approved" }>;
const numbersOf = ({ application, services }: Order) =>
  application.services.map(({ id }) => services[id] ?? "");

function cancelled({ lines }: Reference, said: Order): Map<string, Line> | null {
  const next = new Map(lines);
  for (const number of new Set(numbersOf(said))) {
    const line = next.get(number);
    if (line === undefined || line.ended) return null;
    if (said.orderType === "CANCEL_ACCESS" && !line.here) return null;
    next.set(number, said.orderType === "CANCEL_ACCESS" ? { ...line, here: false } : dead(line));
  }
  return next;
}

function filed({ lines }: Reference, { orderType: type, ...said }: Order): Map<string, Line> | null {
  const next = new Map(lines);
  const adds = type === "FIRST_FILING" || isNewService(type);
  for (const service of said.application.services) {
    const number = said.services[service.id] ?? "";
    const domain = domainsOf(service)[0] ?? "";
    const line = next.get(number);
    if (line?.ended || (adds && line !== undefined) || (isChange(type) && line === undefined)) return null;
    const held = [...next].some(
      ([other, { ended, domain: theirs }]) =>
        other !== number && !other.endsWith("A") && !ended && theirs === domain,
    );
    if (service.kind === "WEBSITE" && held) return null;
    next.set(number, { domain, ended: false, here: isChange(type) ? (line?.here ?? false) : true });
  }
  return next;
}

const plain = ({ entity, services }: Registry) => ({
  entity: entity === null ? "none" : entity.ended ? "ended" : "alive",
  lines: Object.fromEntries(
    services.map(({ number, ended, domains, access }) => [
      number,
      [ended ? "" : domains.join(), access !== null],
    ]),
  ),
});
const plainReference = ({ entity, lines }: Reference) => ({
  entity,
  lines: Object.fromEntries(
    [...lines].map(([n, { domain, here, ended }]) => [n, [ended ? "" : domain, here]]),
  ),
});

function holds({ entity, services }: Registry): void {
  const living = services.filter(({ ended }) => !ended);
  if (entity === null || entity.ended) expect(living).toEqual([]);
  for (const { ended, access, domains, packages } of services)
    if (ended) expect([access, domains, packages]).toEqual([null, [], []]);
  const ofSites = living.filter(({ kind }) => kind === "WEBSITE").flatMap(({ domains }) => domains);
  expect(ofSites).toEqual([...new Set(ofSites)]);
  expect(new Set(services.map(({ number }) => number)).size).toBe(services.length);
}

it("whatever the authority says, the register is what a list of facts would be", () => {
  let taken = 0;
  fc.assert(
    fc.property(fc.array(event, { minLength: 1, maxLength: 25 }), (events) => {
      let registry: Registry = EMPTY_REGISTRY;
      let reference: Reference = { entity: "none", lines: new Map() };
      for (const said of events) {
        const changes = changesOf(registry, said);
        const next = refer(reference, said);
        expect(changes.ok ? "can be" : changes.error, JSON.stringify(said)).toEqual(
          next === null ? expect.not.stringMatching("can be") : "can be",
        );
        if (!changes.ok || next === null) continue;
        taken += changes.value.length;
        const before = registry.services.filter(({ ended }) => ended).map(({ number }) => number);
        registry = applyChanges(registry, changes.value);
        reference = next;
        expect(plain(registry)).toEqual(plainReference(reference));
        holds(registry);
        // No number comes back to life.
        const alive = registry.services.filter(({ ended }) => !ended).map(({ number }) => number);
        expect(alive.filter((number) => before.includes(number))).toEqual([]);
      }
    }),
    { numRuns: 400 },
  );
  expect(taken).toBeGreaterThan(500);
});
