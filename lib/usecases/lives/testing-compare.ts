import "server-only";
import { eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { queryPublic } from "@/lib/authority/sandbox/usecases/query-public";
import { getServer } from "../codes/get-server";
import { getFiledService, getFiling } from "../registry/get-filing";
import { askServing } from "../serving/ask-serving";
import type { People } from "./testing-people";
import type { Entity, Reference, Service, Stage, Who } from "./testing-reference";

type Plain = Readonly<Record<string, unknown>>;
const ACCOUNTS = ["A", "B", "C"] as const;
const STATES: Readonly<Record<Stage, string>> = {
  ...{ draft: "DRAFT", review: "PROVIDER_REVIEW", sms: "SMS_PENDING", failed: "SMS_FAILED" },
  ...{ desk: "AUTHORITY_REVIEW", rejected: "AUTHORITY_REJECTED", returned: "PROVIDER_REJECTED" },
};
const sorted = (list: readonly string[]) => [...list].sort();

/** The same picture twice: what the reference says, and what every door of the product says. */
export async function pictures(people: People, ref: Reference, domains: readonly string[]) {
  const own = await ownPicture(people);
  return {
    expected: {
      ...registerExpected(ref),
      orders: Object.fromEntries(
        [...ref.orders].map(([who, { type, stage }]) => [who, [`${type} ${STATES[stage]}`]]),
      ),
      codes: ref.codes
        .flatMap((one) => (one.gone ? [] : [`${one.server} ${one.to} ${one.state} ${one.usedFor}`]))
        .sort(),
      places: Object.fromEntries(
        [...people.servers.keys()].map((server) => [server, [ref.used(server), ref.lent(server)]]),
      ),
      served: Object.fromEntries(domains.map((domain) => [domain, servingExpected(ref, domain)])),
      shown: Object.fromEntries(domains.map((domain) => [domain, shownExpected(ref, domain)])),
      possible: possibleExpected(ref),
    },
    actual: {
      ...own,
      served: await servingActual(domains),
      shown: await shownActual(domains),
      possible: await possibleActual(people, ref),
    },
  };
}

function registerExpected(ref: Reference): Plain {
  const known = ref.entities.filter(({ services }) => services.some((one) => one.known));
  return {
    entities: sorted(
      known.map(({ number, owner, ended }) => `${number} ${owner} ${ended ? "ended" : "filed"}`),
    ),
    services: sorted(
      known.flatMap(({ services }) =>
        services.flatMap((one) =>
          one.known ? [`${one.number} ${one.name} ${one.ended ? "ended" : "filed"}`] : [],
        ),
      ),
    ),
    domains: sorted(
      known.flatMap(({ services }) =>
        services.flatMap((one) =>
          one.known && !one.ended ? one.domains.map((name) => `${one.number} ${name}`) : [],
        ),
      ),
    ),
    accesses: sorted(
      known.flatMap(({ services }) =>
        services.flatMap(({ here, number }) =>
          here === null ? [] : [`${number} ${"server" in here ? here.server : "by code"}`],
        ),
      ),
    ),
  };
}

/** Rows of the register, open orders, codes and places, by the names the reference uses. */
async function ownPicture(people: People): Promise<Plain> {
  const whose = new Map(ACCOUNTS.map((who) => [people.actors[who].accountId ?? "", who]));
  const nameOf = (id: string | null) =>
    [...people.servers].find(([, one]) => one.id === id)?.[0] ?? "by code";
  const entities = await read().select().from(t.entities);
  const services = await read().select().from(t.services);
  const numbers = new Map(services.map(({ id, number }) => [id, number]));
  const alive = <R extends { endedAt: number | null }>(rows: readonly R[]) =>
    rows.filter((row) => row.endedAt === null);
  const mark = (endedAt: number | null) => (endedAt === null ? "filed" : "ended");
  const orders: Record<string, readonly string[]> = {};
  const places: Record<string, readonly number[]> = {};
  for (const who of ACCOUNTS) {
    const open = await people.openOrder(who);
    if (open.length > 0) orders[who] = open.map(({ type, state }) => `${type} ${state}`);
    for (const [name, { id }] of people.servers) {
      if (!name.startsWith(who)) continue;
      const page = await getServer(people.actors[who], { resourceId: id });
      if (page.ok && !("silent" in page.value)) places[name] = [page.value.own.used, page.value.codes.used];
    }
  }
  const codes = await read().select().from(t.authCodes);
  return {
    entities: sorted(entities.map((row) => `${row.number} ${whose.get(row.accountId)} ${mark(row.endedAt)}`)),
    services: sorted(services.map((row) => `${row.number} ${row.name} ${mark(row.endedAt)}`)),
    domains: sorted(
      alive(await read().select().from(t.serviceDomains)).map(
        (row) => `${numbers.get(row.serviceId)} ${row.domain}`,
      ),
    ),
    accesses: sorted(
      alive(await read().select().from(t.accesses)).map(
        (row) => `${numbers.get(row.serviceId)} ${nameOf(row.resourceId)}`,
      ),
    ),
    ...{ orders, places },
    codes: sorted(
      codes.map(
        (row) => `${nameOf(row.resourceId)} ${whose.get(row.targetAccountId)} ${row.state} ${row.usedFor}`,
      ),
    ),
  };
}

/** DF §15 D8: may the domain be served here, and why not. */
function servingExpected(ref: Reference, domain: string): string {
  const all = ref.entities.flatMap(({ services }) => services).filter((one) => one.domains.includes(domain));
  const known = all.filter((one) => one.known);
  if (known.some(({ here }) => here !== null)) return "yes";
  if (known.some(({ ended }) => !ended)) return "not-accessed-here";
  if (known.length > 0) return "ended";
  return all.some(({ ended }) => !ended) ? "filed-elsewhere" : "not-filed";
}
async function servingActual(domains: readonly string[]): Promise<Plain> {
  const answer = await askServing(domains);
  if (!answer.ok) throw new Error(answer.error.code);
  return Object.fromEntries(
    answer.value.domains.map(({ domain, served, reason }) => [
      domain,
      served || reason === "in-lag" ? "yes" : reason,
    ]),
  );
}

function shownExpected(ref: Reference, domain: string): readonly string[] {
  const entities = ref.entities.filter(({ ended }) => !ended);
  const services = entities.flatMap((entity) => ref.living(entity));
  return sorted(services.flatMap((one) => (one.domains.includes(domain) ? [one.number] : [])));
}
async function shownActual(domains: readonly string[]): Promise<Plain> {
  const shown: Record<string, readonly string[]> = {};
  for (const domain of domains) {
    const found = await queryPublic({ by: "domain", text: domain });
    if (!found.ok) throw new Error(found.error.code);
    shown[domain] = sorted(found.value.map(({ serviceNumber }) => serviceNumber));
  }
  return shown;
}

const OF_RECORD = ["CHANGE_ENTITY", "CANCEL_ENTITY"] as const;
const OF_SERVICE = ["CHANGE_SERVICE", "CANCEL_SERVICE", "CANCEL_ACCESS"] as const;
type Doing = (typeof OF_RECORD)[number] | (typeof OF_SERVICE)[number];

function possibleExpected(ref: Reference): Plain {
  const said: Record<string, string> = {};
  const put = (entity: Entity, service: Service | null, type: Doing) => {
    said[`${type} ${(service ?? entity).number}`] = ref.whyNot(entity, service) ?? "yes";
  };
  for (const entity of ref.entities) {
    if (entity.owner === null || entity.ended) continue;
    for (const type of OF_RECORD) put(entity, null, type);
    for (const one of entity.services) for (const type of OF_SERVICE) if (one.known) put(entity, one, type);
  }
  return said;
}
async function possibleActual(people: People, ref: Reference): Promise<Plain> {
  const said: Record<string, string> = {};
  for (const { number, owner, ended } of ref.entities) {
    const [row] = await read().select().from(t.entities).where(eq(t.entities.number, number));
    if (row === undefined || owner === null || ended) continue;
    await strangersSeeNothing(people, row.id, owner);
    const actor = people.actors[owner];
    const page = await getFiling(actor, { entityId: row.id });
    if (!page.ok) throw new Error(`${owner} does not see ${number}`);
    for (const { action, reason } of page.value.actions)
      if (OF_RECORD.some((type) => type === action)) said[`${action} ${number}`] = reason ?? "yes";
    for (const one of page.value.services) {
      const service = await getFiledService(actor, { entityId: row.id, serviceId: one.id });
      if (!service.ok) throw new Error(`${owner} does not see ${one.number}`);
      for (const { action, reason } of service.value.actions)
        if (OF_SERVICE.some((type) => type === action)) said[`${action} ${one.number}`] = reason ?? "yes";
    }
  }
  return said;
}

async function strangersSeeNothing(people: People, entityId: string, owner: Who): Promise<void> {
  for (const who of ACCOUNTS)
    if (who !== owner && (await getFiling(people.actors[who], { entityId })).ok)
      throw new Error(`${who} sees what ${owner} has`);
}
