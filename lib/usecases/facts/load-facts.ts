import "server-only";
import { type Db, read } from "@/db/client";
import { clock } from "@/lib/clock";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import type { ChangeBasis } from "@/lib/filing/change/basis";
import { isEditable, type OrderState } from "@/lib/filing/lifecycle/states";
import { divisionsOf } from "@/lib/filing/policy/divisions";
import type { Policy } from "@/lib/filing/policy/types";
import type { Facts, RegistryFact } from "@/lib/filing/rules/facts";
import type { RuleContext } from "@/lib/filing/rules/types";
import { loadBasis } from "../changes/basis";
import { currentMaterials } from "../materials/current-materials";
import { loadOrder, type OrderRecord } from "../orders/records";
import { currentPolicy } from "../policy/current-policy";
import { submittedUnder } from "../policy/submitted-under";
import { accountFact, loadAsker } from "./account";
import { domainFacts, registerOf, registryFact } from "./authority";
import { codeFacts } from "./codes";
import type { FactsFor } from "./facts-for";
import { othersFact } from "./others";
import { businessFact, resourceFacts } from "./outside";
import { Sources } from "./sources";

/** States in which the authority has, or had a moment ago, this very order. */
const HANDED_OVER: readonly OrderState[] = [
  "READY_FOR_AUTHORITY",
  "SMS_PENDING",
  "SMS_FAILED",
  "AUTHORITY_REVIEW",
  "APPROVED",
];

/**
 * All facts the book reads. A source that cannot answer leaves its fact absent: unknown, which the gate treats as
 * blocking — never as good, and never as the applicant's mistake. Call it outside a transaction: ports may be slow.
 */
export async function loadFacts(
  who: FactsFor,
  app: ApplicationDraft,
  sources: Sources = new Sources(),
  under?: Policy,
): Promise<Facts> {
  const db = read();
  const policy = under ?? (await currentPolicy());
  const asker = await loadAsker(db, who.accountId);
  const basis = await basisFor(db, who);
  // Who changes the number of his certificate is filed under the one he had.
  const asked =
    basis === null ? app : { ...app, entity: { ...app.entity, ...certificateOf(basis.application) } };
  const register = await registerOf(asked, asker, sources);
  const [account, codes, domains, resources, registry, business, materials, others] = await Promise.all([
    accountFact(db, who, app, asker, policy),
    codeFacts(db, who, app, sources),
    domainFacts(db, who, app, asker, register, sources),
    resourceFacts(db, who, app, sources, basis?.application),
    registryFact(db, who, asked, register, sources),
    businessFact(app, asker, sources),
    who.orderId === null ? [] : currentMaterials(who.orderId),
    othersFact(db, who, app),
  ]);
  return {
    account,
    materials: materials.map(({ code, subject, side, documentDate }) => ({
      code,
      subject,
      side,
      documentDate,
    })),
    others,
    ...(codes === null ? {} : { codes }),
    ...(domains === null ? {} : { domains }),
    ...(resources === null ? {} : { resources }),
    ...(registry === null ? {} : { registry: withBasis(registry, basis) }),
    ...(business === null ? {} : { business }),
  };
}

async function basisFor(db: Db, { orderId }: FactsFor): Promise<ChangeBasis | null> {
  const order = orderId === null ? undefined : await loadOrder(db, orderId);
  return order === undefined ? null : loadBasis(db, order);
}

function certificateOf({ entity: { nature, certNo } }: ApplicationDraft) {
  return { ...(nature !== undefined && { nature }), ...(certNo !== undefined && { certNo }) };
}

/** Once approved the register holds what the change made of it, which is no move against it. */
function withBasis(registry: RegistryFact, basis: ChangeBasis | null): RegistryFact {
  return basis === null
    ? registry
    : { ...registry, basis: { application: basis.application, stands: basis.stands } };
}

/** The context in which the book judges an order now; once submitted, by the policy in force when it was. */
export async function loadRuleContext(
  order: OrderRecord,
  application: ApplicationDraft,
  sources?: Sources,
): Promise<RuleContext> {
  const { row, snapshot } = order;
  const at = clock().now();
  const policy = isEditable(snapshot.state) ? await currentPolicy(at) : await submittedUnder(order);
  const atAuthority = HANDED_OVER.includes(snapshot.state);
  const who = { accountId: row.accountId, orderId: row.id, atAuthority };
  const facts = await loadFacts(who, application, sources, policy);
  return { application, facts, policy, at, orderType: snapshot.type, divisions: divisionsOf };
}
