import "server-only";
import { eq } from "drizzle-orm";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { NATURE_PERSON } from "@/lib/filing/application/codes";
import type { PersonDraft, ServiceDraft } from "@/lib/filing/application/draft";
import { type Approval, approvalOf } from "@/lib/filing/registry/approval";
import { newId } from "@/lib/ids";
import { blindIndex, newDataKey, seal, unwrap } from "@/lib/secrets";
import type { ServiceDocument } from "../facts/filed";
import { type OrderRecord, openSubmission } from "../orders/records";

interface Numbers {
  readonly entityNumber: string;
  readonly services: Readonly<Record<string, string>>;
}

/** Writes an approval into the register: entity (once), services, domains, accesses. In the event's transaction. */
export async function registerApproval(
  tx: Tx,
  order: OrderRecord,
  numbers: Numbers,
  at: number,
): Promise<void> {
  const submitted = await openSubmission(tx, order, order.snapshot.round);
  if (!submitted.ok) throw new Error(`order ${order.row.id} was approved without a readable submission`);
  const approval = approvalOf(submitted.value, numbers);
  const entity = await entityFor(tx, order, approval, submitted.value, at);
  for (const service of approval.services) {
    const id = newId();
    await tx.insert(t.services).values({
      id,
      entityId: entity.id,
      kind: service.kind,
      number: service.number,
      name: service.name,
      documentEnc: seal(entity.key, withLead(service.document, submitted.value.people), `service:${id}`),
      orderId: order.row.id,
      filedAt: at,
    });
    for (const domain of service.domains) await tx.insert(t.serviceDomains).values({ serviceId: id, domain });
    await tx.insert(t.accesses).values({
      id: newId(),
      serviceId: id,
      resourceId: service.resourceId,
      ips: service.ips,
      orderId: order.row.id,
      since: at,
    });
  }
}

/** The lead travels with the service: another order may name other people. */
function withLead(service: ServiceDraft, people: readonly PersonDraft[]): ServiceDocument {
  const leadPerson = people.find(({ id }) => id === service.lead);
  return leadPerson === undefined ? service : { ...service, leadPerson };
}

/** The entity of this number, made when the authority gave it for the first time. */
async function entityFor(
  tx: Tx,
  order: OrderRecord,
  approval: Approval,
  document: { entity: unknown; people: unknown },
  at: number,
) {
  const { number, province, nature, unitName, certNo } = approval.entity;
  const [known] = await tx.select().from(t.entities).where(eq(t.entities.number, number)).limit(1);
  if (known !== undefined) return { id: known.id, key: unwrap(known.wrappedKey) };
  const id = newId();
  const { key, wrapped } = newDataKey();
  await tx.insert(t.entities).values({
    id,
    accountId: order.row.accountId,
    number,
    province,
    nature,
    unitName,
    certIdx: blindIndex(nature === NATURE_PERSON ? "id_no" : "cert", certNo),
    wrappedKey: wrapped,
    documentEnc: seal(key, { entity: document.entity, people: document.people }, `entity:${id}`),
    orderId: order.row.id,
    filedAt: at,
  });
  return { id, key };
}
