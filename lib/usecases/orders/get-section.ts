import "server-only";
import { randomBytes } from "node:crypto";
import type { Actor } from "@/lib/filing/access";
import { NATURE_PERSON, type Nature } from "@/lib/filing/application/codes";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { readSection, type SectionId, type SectionValue } from "@/lib/filing/application/draft-sections";
import { filedChecks } from "@/lib/filing/application/filed-checks";
import { sameRecord } from "@/lib/filing/application/identifiers/filing-number";
import { isAbout, surroundings } from "@/lib/filing/application/section-context";
import { isAccess, isChange } from "@/lib/filing/guide/order-type";
import { inForce } from "@/lib/filing/policy/in-time";
import type { PolicyOverride } from "@/lib/filing/policy/settings";
import { caseOf } from "@/lib/filing/rules/case";
import type { FiledService } from "@/lib/filing/rules/facts";
import type { ComparedGroup } from "@/lib/filing/rules/filed-comparison";
import { filedAs } from "@/lib/filing/rules/filed-services";
import type { Finding, RuleContext } from "@/lib/filing/rules/types";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { changeOfSection, type SectionChange } from "../changes/section-change";
import { type Source, Sources } from "../facts/sources";
import { policyOverrides } from "../policy/current-policy";
import { filedToCheck } from "./filed-to-check";
import { judgeOrder } from "./judge-order";
import { correctionsToAnswer } from "./open-corrections";
import { readOwnDraft } from "./own-draft";
import { comparedFor, comparedOn } from "./views/compared";
import { type CorrectionView, groupCorrections } from "./views/corrections";
import { headOf, type OrderHead } from "./views/head";

export interface ResourceOption {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly publicIp: string | null;
  readonly province: string;
  readonly expiresAt: number;
  readonly mainland: boolean;
}

export type FiledLine = Pick<FiledService, "number" | "name" | "domains">;

export interface SectionView {
  readonly order: OrderHead;
  readonly section: SectionId;
  /** Version to save from. */
  readonly version: number;
  /** The applicant's own values, whole: his own form edits them. */
  readonly value: SectionValue;
  /** The rest of the document, without people's data unless this is their page. */
  readonly around: ApplicationDraft;
  /** What the server found on this page, with all facts. */
  readonly findings: readonly Finding[];
  readonly corrections: readonly CorrectionView[];
  readonly at: number;
  /** The provider's own values in force: the browser judges by the same policy. */
  readonly overrides: readonly PolicyOverride[];
  readonly resources: readonly ResourceOption[];
  readonly ownDomains: readonly string[];
  /** Filed services to look at, on their own page. */
  readonly filed: readonly FiledLine[];
  /** Organisers the provider files for. */
  readonly natures: readonly Nature[];
  /** Numbers of leads that are proven; null where nobody is asked to prove them. On the page of people only. */
  readonly provenPhones: readonly string[] | null;
  /** The unit's copyright line is asked for where the entity is filed. */
  readonly copyright: boolean;
  /** Of a change: what is filed on this page, and what stays so. */
  readonly change: SectionChange | null;
  /** The page after this one on the way through the order. */
  readonly next: string;
  /** The register tells of the service on this page: its number and domains are read, not typed. */
  readonly takenOver: boolean;
  /** Of an order that takes something over: what is asked on this page beside what is filed. */
  readonly compared: readonly ComparedGroup[];
  /** Outside systems that did not answer. */
  readonly silent: readonly Source[];
}

/** One page of the form. */
export async function getSection(
  actor: Actor,
  input: { orderId: string; section: SectionId },
): Promise<Result<SectionView>> {
  const own = await readOwnDraft(actor, input.orderId);
  if (!own.ok) return own;
  const { order, draft } = own.value;
  const { application } = draft;
  const stored = readSection(application, input.section);
  if (stored === undefined) return fail(refuse("not_found", { reason: "draft.part-gone" }));
  const sources = new Sources();
  const { accountId } = order.row;
  const forService = input.section.startsWith("service:");
  // Asked beside the facts and not after them: all of it has one patience.
  const [{ findings, context }, servers, ownDomains] = await Promise.all([
    judgeOrder(order, application, {}, sources),
    forService ? sources.serversOf(accountId) : [],
    forService ? sources.domainsOf(accountId) : [],
  ]);
  const filed = filedToCheck(context);
  if (input.section === "filed" && filed.length === 0) return fail(refuse("not_found"));
  const corrections = groupCorrections(order.row.id, await correctionsToAnswer(order), () => null);
  return ok({
    order: headOf(order),
    section: input.section,
    version: draft.version,
    value: input.section === "filed" ? checksOf(application, filed) : stored,
    around: surroundings(application, input.section),
    findings: findings.filter(({ path }) => isAbout(input.section, path)),
    corrections: corrections.flatMap(({ items }) => items).filter(({ place }) => place === input.section),
    at: context.at,
    overrides: inForce(await policyOverrides(), context.at),
    resources: servers.map(optionOf),
    ownDomains: ownDomains.map(({ domain }) => domain),
    filed:
      input.section === "filed" ? filed.map(({ number, name, domains }) => ({ number, name, domains })) : [],
    natures: context.policy.provider.naturesEnabled,
    provenPhones: input.section === "people" ? provenPhones(context) : null,
    copyright: asksCopyright(context),
    change: changeOfSection(context, input.section),
    next: isChange(context.orderType)
      ? nextOfChange(application, input.section, order.row.id)
      : nextAfter(application, input.section, order.row.id, filed.length > 0),
    takenOver: isTakenOver(context, input.section),
    compared: comparedOn(comparedFor(context, false), input.section),
    silent: sources.silent(),
  });
}

const optionOf = ({
  id,
  name,
  kind,
  publicIp,
  province,
  expiresAt,
  mainland,
}: ResourceOption): ResourceOption => ({
  id,
  name,
  kind,
  publicIp,
  province,
  expiresAt,
  mainland,
});

function isTakenOver(context: RuleContext, section: SectionId): boolean {
  const c = caseOf(context);
  const service = c.application.services.find(({ id }) => section === `service:${id}`);
  const filed = service && isAccess(c.orderType) ? filedAs(c, service) : undefined;
  return filed !== undefined && sameRecord(filed.number, service?.serviceFilingNumber ?? "");
}

/** The rows as stored, with those of services filed meanwhile. */
const checksOf = (app: ApplicationDraft, filed: readonly FiledService[]): SectionValue => ({
  filedServices: [
    ...filedChecks(
      app,
      filed.map(({ number }) => number),
      randomBytes,
    ),
  ],
});

function provenPhones({ application, facts, policy }: RuleContext): readonly string[] | null {
  if (policy.provider.phoneProof === "off") return null;
  const proven = facts.account?.provenPhones ?? [];
  return application.people.flatMap(({ id, phone1 }) =>
    phone1 !== undefined && proven.includes(`people[${id}].phone1`) ? [phone1] : [],
  );
}

function asksCopyright({ application, facts, policy }: RuleContext): boolean {
  const province = facts.registry?.filed?.province ?? "";
  return (
    application.entity.nature !== NATURE_PERSON && policy.provinces[province]?.advice.footerCopyright === true
  );
}

/** Entity → what is filed already → services, one by one → people → materials. */
function nextAfter(app: ApplicationDraft, section: SectionId, orderId: string, filed: boolean): string {
  const base = `/console/orders/${orderId}`;
  if (section === "people") return `${base}/materials`;
  const at = app.services.findIndex(({ id }) => section === `service:${id}`);
  const next = app.services[at + 1];
  if (section === "entity" && filed) return `${base}/filed`;
  if (section === "entity" || section === "filed")
    return app.services.length === 1 && next ? `${base}/services/${next.id}` : `${base}/services`;
  return next ? `${base}/services/${next.id}` : `${base}/leads`;
}

/** A change has no list of services to go through. */
function nextOfChange(app: ApplicationDraft, section: SectionId, orderId: string): string {
  const base = `/console/orders/${orderId}`;
  if (section === "people") return `${base}/materials`;
  const at = app.services.findIndex(({ id }) => section === `service:${id}`);
  const next = app.services[at + 1];
  return next === undefined ? `${base}/leads` : `${base}/services/${next.id}`;
}
