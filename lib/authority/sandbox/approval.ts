import "server-only";
import { eq } from "drizzle-orm";
import { NATURE_PERSON } from "@/lib/filing/application/codes";
import type { ServiceDraft } from "@/lib/filing/application/draft";
import { domainsOf } from "@/lib/filing/application/service-domains";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import type { NoticeBody, SubmissionPayload } from "../gateway";
import { OWN_PROVIDER, openAccess } from "./accesses";
import { entityContents, sealContents, serviceContents } from "./contents";
import { EFFECTS, mayDiffer } from "./effects";
import { issueFirst } from "./filing-password";
import { publicName } from "./masked-name";
import { drawEntityNumber, drawServiceNumber } from "./numbers";
import {
  isTaken,
  type RegisterEntity,
  type RegisterService,
  recordOf,
  serviceOf,
  writtenNumber,
} from "./register";
import { loadSettings } from "./settings";
import * as t from "./store/schema";
import type { StoreTx } from "./store/transaction";
import type { Submission } from "./submissions";

type Approved = Extract<NoticeBody, { type: "approved" }>;
type Problem = "organiser-filed" | "organiser-missing" | "service-missing" | "domain-filed";

/** What the submission says and what is filed contradict each other: it cannot be approved as it is. */
const contradicts = (problem: Problem) => fail(refuse("wrong_state", { reason: `register.${problem}` }));

interface Approving {
  readonly submission: Submission;
  readonly payload: SubmissionPayload;
  readonly now: number;
}

interface Plan {
  /** Null: the submission opens it. */
  readonly record: RegisterEntity | null;
  readonly services: readonly { readonly service: ServiceDraft; readonly known: RegisterService | null }[];
}

/** What everybody may see of an organiser, and what only his providers may. */
const organiserRow = ({ submission, payload }: Approving, number: string) => {
  const name = payload.application.entity.name ?? "";
  return {
    natureCode: submission.natureCode,
    certIdx: submission.certIdx,
    publicName: publicName(name, submission.natureCode),
    unitName: submission.natureCode === NATURE_PERSON ? null : name.trim(),
    contentsEnc: sealContents(number, entityContents(payload.application)),
  };
};

async function openOrganiser(tx: StoreTx, approving: Approving): Promise<string> {
  const { province } = approving.submission;
  const number = await drawEntityNumber(tx, province, approving.now);
  const row = { ...organiserRow(approving, number), number, province, approvedAt: approving.now };
  await tx.insert(t.registerEntities).values(row);
  const { entity, people } = approving.payload.application;
  const lead = people.find(({ id }) => id === entity.entityLead);
  await issueFirst(tx, number, { phone: lead?.phone1 ?? null, email: lead?.email ?? null }, approving.now);
  return number;
}

async function enterOrganiser(tx: StoreTx, approving: Approving, known: RegisterEntity | null) {
  if (known === null) return openOrganiser(tx, approving);
  const { number, province } = known;
  const { organiser } = EFFECTS[approving.payload.orderType];
  if (organiser === "written" || (organiser === "as-allowed" && mayDiffer(province)))
    await tx
      .update(t.registerEntities)
      .set(organiserRow(approving, number))
      .where(eq(t.registerEntities.number, number));
  return number;
}

async function enterDomains(tx: StoreTx, serviceNumber: string, domains: readonly string[]): Promise<void> {
  for (const domain of new Set(domains))
    await tx.insert(t.registerDomains).values({ serviceNumber, domain }).onConflictDoNothing();
}

const serviceRow = ({ payload }: Approving, number: string, service: ServiceDraft) => ({
  name: service.name?.trim() ?? "",
  contentsEnc: sealContents(number, serviceContents(payload.application, service)),
});

async function addService(tx: StoreTx, approving: Approving, entity: string, service: ServiceDraft) {
  const { numbering } = await loadSettings(tx);
  const number = await drawServiceNumber(tx, entity, service.kind, numbering);
  const { kind } = service;
  await tx.insert(t.registerServices).values({
    ...serviceRow(approving, number, service),
    ...{ number, entityNumber: entity, kind, approvedAt: approving.now },
  });
  await enterDomains(tx, number, domainsOf(service));
  return number;
}

/**
 * What is filed of it gives way to what the order says; where access must match what is filed, nothing does. An access
 * order brings all filed domains along and drops none (DF §15 D4): that takes a change.
 */
async function rewriteService(
  tx: StoreTx,
  approving: Approving,
  known: RegisterService,
  given: ServiceDraft,
) {
  const { number } = known;
  const isAccess = EFFECTS[approving.payload.orderType].contents === "as-allowed";
  if (isAccess && !mayDiffer(approving.submission.province)) return;
  const row = serviceRow(approving, number, given);
  await tx.update(t.registerServices).set(row).where(eq(t.registerServices.number, number));
  if (!isAccess) await tx.delete(t.registerDomains).where(eq(t.registerDomains.serviceNumber, number));
  await enterDomains(tx, number, domainsOf(given));
}

/** What the submission is about in the register; refused where the two contradict each other. */
async function planned(tx: StoreTx, { submission, payload }: Approving): Promise<Result<Plan>> {
  const effect = EFFECTS[payload.orderType];
  const record = await recordOf(tx, payload, submission.certIdx);
  if (effect.organiser === "opened" && record !== null) return contradicts("organiser-filed");
  // The record it names may be gone by now, and the certificate lead to another one.
  const named = writtenNumber(payload.application.entity.recordNumber);
  if (effect.organiser !== "opened" && (record === null || (named !== null && named !== record.number)))
    return contradicts("organiser-missing");
  const services: Plan["services"][number][] = [];
  for (const service of effect.services === "none" ? [] : payload.application.services) {
    // What was cancelled is not filed: it never comes back under its number.
    const known = effect.services === "known" && record ? await serviceOf(tx, record.number, service) : null;
    if (effect.services === "known" && known === null) return contradicts("service-missing");
    const own = { entityNumber: record?.number ?? null, serviceNumber: known?.number ?? null };
    if (await isTaken(tx, service, own)) return contradicts("domain-filed");
    services.push({ service, known });
  }
  return ok({ record, services });
}

/** Enters an approved submission into the register, as its type says. Nothing is written where it is refused. */
export async function enterRegister(
  tx: StoreTx,
  submission: Submission,
  payload: SubmissionPayload,
  now: number,
): Promise<Result<Approved>> {
  const approving = { submission, payload, now };
  const plan = await planned(tx, approving);
  if (!plan.ok) return plan;
  const entityNumber = await enterOrganiser(tx, approving, plan.value.record);
  const services: Record<string, string> = {};
  for (const { service, known } of plan.value.services) {
    const number = known?.number ?? (await addService(tx, approving, entityNumber, service));
    if (known !== null) await rewriteService(tx, approving, known, service);
    if (EFFECTS[payload.orderType].opensAccess) await openAccess(tx, number, OWN_PROVIDER, now);
    services[service.id] = number;
  }
  return ok({ type: "approved", entityNumber, services });
}
