import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { NATURE_PERSON } from "@/lib/filing/application/codes";
import { entityLabels } from "@/lib/filing/registry/parts";
import type { EntityDocument, RegistryChange, ServiceDocument } from "@/lib/filing/registry/types";
import { newId } from "@/lib/ids";
import { blindIndex, newDataKey, seal } from "@/lib/secrets";
import { entityAad, serviceAad } from "./held";
import type { Cause, HistoryWriter } from "./history-writer";

/** A record while it is written: keys and ids of rows made on the way are remembered. */
export interface Writing {
  readonly tx: Tx;
  readonly cause: Cause;
  entity: { readonly id: string; readonly key: Buffer } | null;
  readonly serviceIds: Map<string, string>;
  readonly history: HistoryWriter;
}

type Change<T extends RegistryChange["type"]> = Extract<RegistryChange, { type: T }>;

/** One change: its row of the register, and its line of the history. */
export function writeChange(to: Writing, change: RegistryChange): Promise<void> {
  switch (change.type) {
    case "entity_opened":
      return openEntity(to, change);
    case "entity_changed":
      return changeEntity(to, change);
    case "entity_ended":
      return endEntity(to);
    case "entity_moved":
      return moveEntity(to, change);
    case "service_opened":
      return openService(to, change);
    case "service_changed":
      return changeService(to, change);
    case "service_ended":
      return endService(to, change);
    case "domain_opened":
    case "domain_ended":
      return writeDomain(to, change);
    case "package_opened":
    case "package_ended":
      return writePackage(to, change);
    case "access_opened":
    case "access_ended":
      return writeAccess(to, change);
  }
}

/** @throws when a change comes before what it is about: the pure step never does that. */
function entityOf({ entity }: Writing) {
  if (entity === null) throw new Error("a change of a record that is not open");
  return entity;
}
function serviceOf({ serviceIds }: Writing, number: string): string {
  const id = serviceIds.get(number);
  if (id === undefined) throw new Error("a change of a service that is not open");
  return id;
}
function orderOf({ cause }: Writing): string {
  if (cause.orderId === null) throw new Error("something was opened without an order");
  return cause.orderId;
}

/** Columns that repeat what the document says. */
function columnsOf(document: EntityDocument) {
  const labels = entityLabels(document);
  if (labels === null) throw new Error("a filed document without province, nature or certificate number");
  const { province, nature, unitName, certNo } = labels;
  const certIdx = blindIndex(nature === NATURE_PERSON ? "id_no" : "cert", certNo);
  return { province, nature, unitName, certIdx };
}

async function openEntity(to: Writing, { entity: number, document }: Change<"entity_opened">) {
  const { tx, cause, history } = to;
  const orderId = orderOf(to);
  if (cause.accountId === null) throw new Error("a record of no account");
  const id = newId();
  const { key, wrapped } = newDataKey();
  const sealed = seal(key, document, entityAad(id));
  await tx.insert(t.entities).values({
    ...{ id, number, orderId, accountId: cause.accountId, filedAt: cause.at },
    ...{ wrappedKey: wrapped, documentEnc: sealed },
    ...columnsOf(document),
  });
  to.entity = { id, key };
  await history.add("entity_opened", { entityId: id, sealed });
}

async function changeEntity(to: Writing, { document, values }: Change<"entity_changed">) {
  const { id, key } = entityOf(to);
  await to.tx
    .update(t.entities)
    .set({ ...columnsOf(document), documentEnc: seal(key, document, entityAad(id)) })
    .where(eq(t.entities.id, id));
  for (const json of values)
    await to.history.add("entity_changed", { entityId: id, path: json.path, value: { key, json } });
}

async function endEntity(to: Writing) {
  const { id } = entityOf(to);
  await to.tx.update(t.entities).set({ endedAt: to.cause.at }).where(eq(t.entities.id, id));
  await to.history.add("entity_ended", { entityId: id });
}

/** The line names where it came from: where it went is whose it is. */
async function moveEntity(to: Writing, { to: accountId }: Change<"entity_moved">) {
  const { id } = entityOf(to);
  if (to.cause.accountId === null) throw new Error("a record given by nobody");
  await to.tx.update(t.entities).set({ accountId }).where(eq(t.entities.id, id));
  await to.history.add("entity_moved", { entityId: id, about: to.cause.accountId });
}

const nameOf = (document: ServiceDocument): string => document.name ?? "";

async function openService(to: Writing, { service: number, document }: Change<"service_opened">) {
  const { id: entityId, key } = entityOf(to);
  const serviceId = newId();
  const sealed = seal(key, document, serviceAad(serviceId));
  await to.tx.insert(t.services).values({
    ...{ id: serviceId, entityId, number, kind: document.kind, name: nameOf(document) },
    ...{ documentEnc: sealed, orderId: orderOf(to), filedAt: to.cause.at },
  });
  to.serviceIds.set(number, serviceId);
  await to.history.add("service_opened", { entityId, serviceId, sealed });
}

async function changeService(to: Writing, { service, document, values }: Change<"service_changed">) {
  const { id: entityId, key } = entityOf(to);
  const serviceId = serviceOf(to, service);
  await to.tx
    .update(t.services)
    .set({ name: nameOf(document), documentEnc: seal(key, document, serviceAad(serviceId)) })
    .where(eq(t.services.id, serviceId));
  for (const json of values)
    await to.history.add("service_changed", { entityId, serviceId, path: json.path, value: { key, json } });
}

async function endService(to: Writing, { service }: Change<"service_ended">) {
  const serviceId = serviceOf(to, service);
  await to.tx.update(t.services).set({ endedAt: to.cause.at }).where(eq(t.services.id, serviceId));
  await to.history.add("service_ended", { entityId: entityOf(to).id, serviceId });
}

async function writeDomain(to: Writing, change: Change<"domain_opened" | "domain_ended">) {
  const { serviceDomains: d } = t;
  const { type, service, domain } = change;
  const serviceId = serviceOf(to, service);
  if (type === "domain_opened") {
    const [row] = await to.tx.select().from(t.services).where(eq(t.services.id, serviceId));
    if (row === undefined) throw new Error("a domain of no service");
    const line = { serviceId, kind: row.kind, domain, orderId: orderOf(to), since: to.cause.at };
    await to.tx.insert(d).values(line);
  } else {
    await to.tx
      .update(d)
      .set({ endedAt: to.cause.at })
      .where(and(eq(d.serviceId, serviceId), eq(d.domain, domain), isNull(d.endedAt)));
  }
  await to.history.add(type, { entityId: entityOf(to).id, serviceId, about: domain });
}

async function writePackage(to: Writing, change: Change<"package_opened" | "package_ended">) {
  const { appPackages: p } = t;
  const { type, service, platform, packageName } = change;
  const serviceId = serviceOf(to, service);
  if (type === "package_opened") {
    const line = { serviceId, platform, packageName, orderId: orderOf(to), since: to.cause.at };
    await to.tx.insert(p).values(line);
  } else {
    await to.tx
      .update(p)
      .set({ endedAt: to.cause.at })
      .where(
        and(
          eq(p.serviceId, serviceId),
          eq(p.platform, platform),
          eq(p.packageName, packageName),
          isNull(p.endedAt),
        ),
      );
  }
  await to.history.add(type, {
    entityId: entityOf(to).id,
    serviceId,
    about: `${platform} ${packageName}`,
  });
}

async function writeAccess(to: Writing, change: Change<"access_opened" | "access_ended">) {
  const { accesses: a } = t;
  const serviceId = serviceOf(to, change.service);
  const entityId = entityOf(to).id;
  if (change.type === "access_opened") {
    const { resourceId, ips } = change;
    await to.tx
      .insert(a)
      .values({ id: newId(), serviceId, resourceId, ips, orderId: orderOf(to), since: to.cause.at });
    return to.history.add("access_opened", { entityId, serviceId, about: ips.join(" ") });
  }
  await to.tx
    .update(a)
    .set({ endedAt: to.cause.at })
    .where(and(eq(a.serviceId, serviceId), isNull(a.endedAt)));
  return to.history.add("access_ended", { entityId, serviceId });
}
