import "server-only";
import { NATURE_PERSON, type OrderType } from "@/lib/filing/application/codes";
import type { ServiceDraft } from "@/lib/filing/application/draft";
import { allDomains, domainsOf } from "@/lib/filing/application/service-domains";
import { isAccess } from "@/lib/filing/guide/order-type";
import { isCancellation } from "@/lib/filing/lifecycle/life";
import { PROVINCES_BY_CODE } from "@/lib/filing/policy";
import { ok, type Result } from "@/lib/filing/shared/result";
import { newDataKey } from "@/lib/secrets";
import type { SubmissionPayload, SubmitAnswer } from "../gateway";
import { wordKey } from "./blacklist";
import { cancelObjection } from "./cancellation";
import { EFFECTS } from "./effects";
import { sealPayload } from "./payload";
import {
  blacklistedWords,
  filedDomains,
  isBlacklisted,
  isTaken,
  type RegisterService,
  recordOf,
  serviceOf,
  writtenNumber,
} from "./register";
import { MINUTE_MS } from "./rules";
import { loadSettings } from "./settings";
import { startDueSms } from "./sms";
import * as t from "./store/schema";
import { inStore, type StoreTx } from "./store/transaction";
import {
  certIndex,
  domainsInFlight,
  lastSequence,
  organiserInFlight,
  submissionOf,
  supersede,
} from "./submissions";

/** What is refused at the door, as a code of DF §9 or of the interface; null when it may come in. */
async function objection(
  tx: StoreTx,
  payload: SubmissionPayload,
  certIdx: string,
  now: number,
): Promise<string | null> {
  if (PROVINCES_BY_CODE[payload.province] === undefined) return "PROVINCE_UNKNOWN";
  if (isCancellation(payload.orderType)) return cancelObjection(tx, payload, certIdx, now);
  if (payload.smsTo.length === 0) return "LEAD_MISSING";
  if (await isBlacklisted(tx, certIdx)) return "ORGANIZER_BLACKLISTED";
  const { application } = payload;
  if ((await blacklistedWords(tx, "domain", allDomains(application))).size > 0) return "DOMAIN_BLACKLISTED";
  const names = application.services.map(({ name }) => wordKey("name", name ?? ""));
  if ((await blacklistedWords(tx, "name", names)).size > 0) return "NAME_BLACKLISTED";
  if (await organiserInFlight(tx, certIdx, payload.orderId)) return "ORGANIZER_CONFLICT";
  if ((await domainsInFlight(tx, allDomains(application), payload.orderId)).size > 0)
    return "DOMAIN_CONFLICT";
  return againstRegister(tx, payload, certIdx);
}

/** What contradicts what is filed. */
async function againstRegister(
  tx: StoreTx,
  payload: SubmissionPayload,
  certIdx: string,
): Promise<string | null> {
  const { application, orderType } = payload;
  const { organiser, services } = EFFECTS[orderType];
  const entity = await recordOf(tx, payload, certIdx);
  if (organiser === "opened") {
    if (entity !== null) return "ORGANIZER_CONFLICT";
  } else {
    if (entity === null) return "ORGANIZER_NOT_FILED";
    const named = application.entity.recordNumber;
    if (named && writtenNumber(named) !== entity.number) return "NUMBER_MISMATCH";
  }
  for (const service of services === "none" ? [] : application.services) {
    const known = services === "known" && entity ? await serviceOf(tx, entity.number, service) : null;
    if (services === "known" && (known === null || !(await isWhole(tx, orderType, service, known))))
      return "SERVICE_NOT_FILED";
    const own = { entityNumber: entity?.number ?? null, serviceNumber: known?.number ?? null };
    if (await isTaken(tx, service, own)) return "DOMAIN_CONFLICT";
  }
  return null;
}

/** A website keeps its domain whatever an order does; access names the number of what it takes over. */
async function isWhole(
  tx: StoreTx,
  orderType: OrderType,
  service: ServiceDraft,
  { number }: RegisterService,
): Promise<boolean> {
  if (isAccess(orderType) && !service.serviceFilingNumber) return false;
  if (service.kind !== "WEBSITE") return true;
  const filed = await filedDomains(tx, domainsOf(service));
  const own = new Set(filed.flatMap((row) => (row.serviceNumber === number ? [row.domain] : [])));
  return domainsOf(service).every((domain) => own.has(domain));
}

async function record(
  tx: StoreTx,
  sequence: number,
  // Checked at the door; from then on nobody needs the password.
  { filingPassword: _checked, ...payload }: SubmissionPayload,
  certIdx: string,
  refusedCode: string | null,
  now: number,
): Promise<void> {
  const { smsDelayMinutes } = await loadSettings(tx);
  const { entity, services } = payload.application;
  const { key, wrapped } = newDataKey();
  const domains = allDomains(payload.application);
  await tx.insert(t.submissions).values({
    sequence,
    orderId: payload.orderId,
    orderType: payload.orderType,
    province: payload.province,
    natureCode: entity.nature ?? 0,
    state: refusedCode === null ? "received" : "refused",
    refusedCode,
    certIdx,
    unitName: entity.nature === NATURE_PERSON ? null : (entity.name?.trim() ?? null),
    headline: domains[0] ?? services[0]?.name ?? null,
    serviceCount: services.length,
    wrappedKey: wrapped,
    payloadEnc: sealPayload(key, sequence, payload),
    receivedAt: now,
    smsAt: now + smsDelayMinutes * MINUTE_MS,
  });
  for (const domain of domains) await tx.insert(t.submissionDomains).values({ sequence, domain });
}

/**
 * Takes a numbered submission: the same number again is a duplicate (and changes nothing), a gap is refused until the
 * missing one came, a conflict is refused and uses its number up, so that retrying gives the same answer.
 */
export function takeSubmission(
  sequence: number,
  payload: SubmissionPayload,
  now: number,
): Promise<Result<SubmitAnswer>> {
  return inStore<SubmitAnswer>(async (tx) => {
    const known = await submissionOf(tx, sequence);
    if (known) {
      if (known.orderId !== payload.orderId) return ok({ kind: "refused", code: "sequence_reused" });
      return ok(
        known.refusedCode === null ? { kind: "duplicate" } : { kind: "refused", code: known.refusedCode },
      );
    }
    if (sequence !== (await lastSequence(tx)) + 1) return ok({ kind: "refused", code: "sequence_gap" });
    const certIdx = certIndex(payload.application.entity.certNo ?? "");
    const code = await objection(tx, payload, certIdx, now);
    if (code === null) await supersede(tx, payload.orderId);
    await record(tx, sequence, payload, certIdx, code, now);
    if (code !== null) return ok({ kind: "refused", code });
    await startDueSms(tx, now);
    return ok({ kind: "accepted" });
  });
}
