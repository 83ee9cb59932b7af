import "server-only";
import { randomBytes } from "node:crypto";
import { read } from "@/db/client";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import {
  CERT_RESIDENT_ID,
  CERTS_BY_NATURE,
  NATURE_PERSON,
  type OrderType,
} from "@/lib/filing/application/codes";
import { ApplicationDraft } from "@/lib/filing/application/draft";
import { newPartId } from "@/lib/filing/application/edit";
import { documentNumber } from "@/lib/filing/application/identifiers/document-number";
import { domainProblem, parseDomain, problemOfApp } from "@/lib/filing/application/identifiers/domain-name";
import { canonicalAbbr, parseFilingNumber } from "@/lib/filing/application/identifiers/filing-number";
import { normalise } from "@/lib/filing/application/normalise";
import { type FiledOne, takenOver } from "@/lib/filing/application/take-over";
import { deriveOrderType, entityInputs, isAccess, type TypeBlock } from "@/lib/filing/guide/order-type";
import { provinceByAbbr } from "@/lib/filing/policy";
import { dayOf } from "@/lib/filing/policy/calendar/time";
import type { Policy } from "@/lib/filing/policy/types";
import type { Facts } from "@/lib/filing/rules/facts";
import { type FieldRefusal, refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { loadAsker } from "../facts/account";
import { loadFacts } from "../facts/load-facts";
import { type Source, Sources } from "../facts/sources";
import { currentPolicy } from "../policy/current-policy";
import { withKnown } from "./document/known";
import { inputsOf, lineOf, meantBy } from "./document/meant-service";
import { namedService } from "./document/named-service";
import type { OrderStart } from "./document/start";
import { orderInTheWay } from "./open-orders";

export type OrderPreview =
  | {
      readonly kind: "type";
      readonly type: OrderType;
      readonly recordNumber: string | null;
      /** The filed service an access order begins with, as the register tells of it. */
      readonly filed: FiledOne | null;
    }
  | {
      readonly kind: "blocked";
      readonly block: TypeBlock | "OPEN_ORDER" | "UNKNOWN";
      readonly orderId: string | null;
      /** Outside systems that did not answer, where that is why. */
      readonly silent: readonly Source[];
      /** Entity numbers in the public register by which it is blocked. */
      readonly found: { readonly certificate: string | null; readonly domain: string | null };
      /** Where the way out leads, if it leads to an authority. */
      readonly province: string;
    };
type Blocked = Extract<OrderPreview, { kind: "blocked" }>;

export interface Prepared {
  readonly accountId: string;
  readonly application: ApplicationDraft;
  readonly preview: OrderPreview;
}

/** Which order these answers lead to, or why none can be started; nothing is stored. */
export async function previewOrder(actor: Actor, input: OrderStart): Promise<Result<OrderPreview>> {
  const prepared = await prepareOrder(actor, input);
  return prepared.ok ? ok(prepared.value.preview) : prepared;
}

/** The same with the document an order would start from. Asks outside systems: never inside a transaction. */
export async function prepareOrder(actor: Actor, given: OrderStart): Promise<Result<Prepared>> {
  const { accountId } = actor;
  if (accountId === null) return fail(refuse("forbidden"));
  const now = clock().now();
  const policy = await currentPolicy(now);
  const sources = new Sources();
  const named = await namedService(given, sources);
  if ("problems" in named) return fail(refuse("invalid", { fields: named.problems }));
  const input = "input" in named ? named.input : given;
  const parsed = ApplicationDraft.safeParse(normalise(firstDocument(input)));
  if (!parsed.success) return fail(refuse("invalid"));
  const application = parsed.data;
  if ("silent" in named) return ok({ accountId, application, preview: unknown(input, sources) });
  const fields = problemsOf(application, policy, dayOf(now));
  if (fields.length > 0) return fail(refuse("invalid", { fields }));
  const open = await orderInTheWay(read(), accountId, policy);
  if (open !== null)
    return ok({
      accountId,
      application,
      preview: blockedBy("OPEN_ORDER", input, { orderId: open }),
    });
  const facts = await loadFacts({ accountId, orderId: null, atAuthority: false }, application, sources);
  const { realName, idNo, profile } = await loadAsker(read(), accountId);
  const known = withKnown(
    application,
    { realName, idNo, securityPhone: profile.securityPhone },
    facts.business,
  );
  const preview = outcomeOf(facts, policy, input, sources);
  return ok({ accountId, application: withFiled(known, preview), preview });
}

const unknown = (input: OrderStart, sources: Sources): OrderPreview =>
  blockedBy("UNKNOWN", input, { silent: sources.silent() });

/** The document with what the register tells of an entity that is filed, and of the service that is taken over. */
function withFiled(app: ApplicationDraft, preview: OrderPreview): ApplicationDraft {
  if (preview.kind === "blocked" || preview.recordNumber === null) return app;
  const { filed, recordNumber } = preview;
  return {
    ...app,
    entity: { ...app.entity, recordNumber },
    services: filed === null ? app.services : app.services.map((one) => takenOver(one, filed, randomBytes)),
  };
}

function outcomeOf(
  { registry, domains }: Facts,
  policy: Policy,
  input: OrderStart,
  sources: Sources,
): OrderPreview {
  const domain = domains && Object.values(domains)[0];
  if (registry === undefined || domain === undefined) return unknown(input, sources);
  const entity = entityInputs(registry, policy.provider, input.province);
  const meant = meantBy(input, registry);
  const outcome = deriveOrderType({ ...entity, service: inputsOf(input, domain, registry, meant) });
  if (outcome.kind === "type")
    return {
      ...outcome,
      recordNumber: registry.recordNumber,
      filed: isAccess(outcome.type) && meant !== undefined ? lineOf(meant) : null,
    };
  const numbers = { certificate: registry.recordNumber, domain: domain.filedNumber };
  return blockedBy(outcome.block, input, foundBy(outcome.block, numbers, input.province));
}

const NOTHING_FOUND = { certificate: null, domain: null };
const blockedBy = (block: Blocked["block"], { province }: OrderStart, over: Partial<Blocked>): Blocked => ({
  ...{ kind: "blocked", block, orderId: null, silent: [], found: NOTHING_FOUND, province },
  ...over,
});

/** Numbers anybody finds in the public query, and only where they explain something; the domain's names its province. */
function foundBy(block: TypeBlock, numbers: Blocked["found"], province: string): Partial<Blocked> {
  if (block === "NUMBER_MISMATCH") return { found: numbers };
  if (block === "SHELL_ENTITY") return { found: { ...numbers, domain: null } };
  if (block !== "DOMAIN_ALREADY_FILED") return {};
  const parsed = numbers.domain === null ? null : parseFilingNumber(numbers.domain);
  const other = parsed && provinceByAbbr(canonicalAbbr(parsed.abbr))?.code;
  return { found: { ...numbers, certificate: null }, province: other ?? province };
}

/** What an order starts from: organiser and first service, and for a person already his own lead. */
function firstDocument({
  nature,
  province,
  certType,
  certNo,
  domain,
  service,
}: OrderStart): ApplicationDraft {
  const first = { id: newPartId("svc", randomBytes) };
  const organiser = newPartId("ppl", randomBytes);
  const isPerson = nature === NATURE_PERSON;
  return {
    schemaVersion: 1,
    entity: {
      nature,
      province,
      certType,
      certNo,
      ...(isPerson ? { entityLead: organiser } : { legalRep: organiser, entityLead: organiser }),
    },
    // Of a unit's people nearly all hold a resident ID: the usual answer, to be changed where it is not.
    people: [
      isPerson
        ? { id: organiser, idType: certType, idNo: certNo }
        : { id: organiser, idType: CERT_RESIDENT_ID },
    ],
    services: [
      service === "APP"
        ? { kind: "APP", ...first, domains: [{ id: newPartId("dom", randomBytes), domain }], lead: organiser }
        : { kind: "WEBSITE", ...first, domain, lead: organiser, languages: [1] },
    ],
  };
}

/** The answers judged by form; whether they may file is for the rule book and the registries. */
function problemsOf(app: ApplicationDraft, policy: Policy, today: string): readonly FieldRefusal[] {
  const { nature, province, certType, certNo } = app.entity;
  const out: FieldRefusal[] = [];
  const wrong = (path: string, reason: string) => out.push({ path, reason });
  if (nature === undefined || !policy.provider.naturesEnabled.includes(nature))
    wrong("nature", "start.nature");
  if (province === undefined || policy.provinces[province] === undefined) wrong("province", "start.province");
  if (nature === undefined || certType === undefined || !CERTS_BY_NATURE[nature].includes(certType))
    wrong("certType", "start.cert-type");
  else if (!certNo) wrong("certNo", "start.cert-no-missing");
  else if (!["ok", "old"].includes(documentNumber(certType, certNo, today))) wrong("certNo", "start.cert-no");
  const [service] = app.services;
  const domain = service?.kind === "APP" ? service.domains?.[0]?.domain : service?.domain;
  if (!domain) wrong("domain", "start.domain-missing");
  else if (service?.kind === "APP") {
    if (problemOfApp(parseDomain(domain, policy.suffixes)) !== null) wrong("domain", "start.app-domain");
  } else if (domainProblem(domain, policy.suffixes) !== null) wrong("domain", "start.domain");
  return out;
}
