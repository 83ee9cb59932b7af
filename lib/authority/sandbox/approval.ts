import "server-only";
import { eq } from "drizzle-orm";
import { NATURE_PERSON } from "@/lib/filing/application/codes";
import type { ServiceDraft } from "@/lib/filing/application/draft";
import { domainsOf } from "@/lib/filing/application/service-domains";
import type { NoticeBody, SubmissionPayload } from "../gateway";
import { publicName } from "./masked-name";
import { drawEntityNumber, drawServiceNumber } from "./numbers";
import { entityByCert, filedDomains } from "./register";
import { loadSettings } from "./settings";
import * as t from "./store/schema";
import type { StoreTx } from "./store/transaction";
import type { Submission } from "./submissions";

type Approved = Extract<NoticeBody, { type: "approved" }>;

async function writeEntity(tx: StoreTx, submission: Submission, payload: SubmissionPayload, now: number) {
  const known = await entityByCert(tx, submission.certIdx);
  const { entity } = payload.application;
  const name = entity.name ?? "";
  const shown = {
    natureCode: submission.natureCode,
    publicName: publicName(name, submission.natureCode),
    unitName: submission.natureCode === NATURE_PERSON ? null : name.trim(),
  };
  if (known) {
    await tx.update(t.registerEntities).set(shown).where(eq(t.registerEntities.number, known.number));
    return known.number;
  }
  const number = await drawEntityNumber(tx, submission.province, now);
  await tx.insert(t.registerEntities).values({
    ...shown,
    number,
    province: submission.province,
    certIdx: submission.certIdx,
    approvedAt: now,
  });
  return number;
}

/** The number a service already has: access filings and changes keep it. */
async function knownNumber(tx: StoreTx, entityNumber: string, service: ServiceDraft): Promise<string | null> {
  const filed = await filedDomains(tx, domainsOf(service));
  // A website and an APP may share a domain; each has a number of its own.
  const byDomain = filed.find(
    (row) => row.entityNumber === entityNumber && row.kind === service.kind,
  )?.serviceNumber;
  if (byDomain !== undefined) return byDomain;
  if (service.serviceFilingNumber === undefined) return null;
  const rows = await tx
    .select()
    .from(t.registerServices)
    .where(eq(t.registerServices.number, service.serviceFilingNumber));
  return rows.find((row) => row.entityNumber === entityNumber)?.number ?? null;
}

async function writeService(
  tx: StoreTx,
  entityNumber: string,
  service: ServiceDraft,
  now: number,
): Promise<string> {
  const name = service.name?.trim() ?? "";
  const known = await knownNumber(tx, entityNumber, service);
  const { numbering } = await loadSettings(tx);
  const number = known ?? (await drawServiceNumber(tx, entityNumber, service.kind, numbering));
  if (known === null) {
    await tx
      .insert(t.registerServices)
      .values({ number, entityNumber, kind: service.kind, name, approvedAt: now });
  } else {
    await tx.update(t.registerServices).set({ name }).where(eq(t.registerServices.number, number));
    await tx.delete(t.registerDomains).where(eq(t.registerDomains.serviceNumber, number));
  }
  for (const domain of new Set(domainsOf(service)))
    await tx.insert(t.registerDomains).values({ serviceNumber: number, domain });
  return number;
}

/** Enters an approved submission into the public register and gives what has no number yet one. */
export async function enterRegister(
  tx: StoreTx,
  submission: Submission,
  payload: SubmissionPayload,
  now: number,
): Promise<Approved> {
  const entityNumber = await writeEntity(tx, submission, payload, now);
  const services: Record<string, string> = {};
  for (const service of payload.application.services)
    services[service.id] = await writeService(tx, entityNumber, service, now);
  return { type: "approved", entityNumber, services };
}
