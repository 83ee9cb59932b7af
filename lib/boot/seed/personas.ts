import "server-only";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import { normaliseEmail } from "@/lib/auth/credentials";
import { hashPassword } from "@/lib/auth/password";
import { clock } from "@/lib/clock";
import { newId } from "@/lib/ids";
import type { Locale } from "@/lib/messages/locales";
import { blindIndex, masterKey, newDataKey, seal } from "@/lib/secrets";
import { type AccountProfile, profileAad, userEmailAad } from "@/lib/usecases/accounts/sealed";
import { EXTRAS } from "./extra-data";
import { KINDS } from "./kinds-data";
import { APPLICANTS, type ApplicantSeed, PERSONA_PASSWORD, STAFF } from "./persona-data";

const DAY_MS = 86_400_000;
/** Long before any waiting time of the rules (DF §4.1) could matter. */
const VERIFIED_BEFORE_MS = 400 * DAY_MS;
const PREPAID_MONTHS = 12;

interface UserSeed {
  readonly id: string;
  readonly email: string;
  readonly displayName?: string;
  readonly locale?: Locale;
}

async function addUser(tx: Tx, seed: UserSeed, passwordHash: string): Promise<string> {
  const id = newId();
  await tx.insert(t.users).values({
    id,
    emailIdx: blindIndex("email", normaliseEmail(seed.email)),
    emailEnc: seal(masterKey(), seed.email, userEmailAad(id)),
    passwordHash,
    displayName: seed.displayName ?? null,
    locale: seed.locale ?? "zh-CN",
    persona: seed.id,
    createdAt: clock().now() - VERIFIED_BEFORE_MS,
  });
  return id;
}

async function addAccount(tx: Tx, seed: ApplicantSeed, userId: string): Promise<string> {
  const id = newId();
  const { key, wrapped } = newDataKey();
  const verifiedAt = clock().now() - VERIFIED_BEFORE_MS;
  const profile: AccountProfile = {
    realName: seed.account.realName,
    idNo: seed.account.idNo,
    securityPhone: seed.lead.phone,
  };
  await tx.insert(t.accounts).values({
    id,
    kind: seed.account.kind,
    wrappedKey: wrapped,
    profileEnc: seal(key, profile, profileAad(id)),
    realNameVerifiedAt: verifiedAt,
    createdAt: verifiedAt,
  });
  await tx.insert(t.accountMembers).values({ accountId: id, userId, role: "owner" });
  return id;
}

async function addHoldings(tx: Tx, seed: ApplicantSeed, accountId: string): Promise<void> {
  const now = clock().now();
  for (const resource of seed.resources)
    await tx.insert(t.resources).values({
      id: newId(),
      accountId,
      ...resource,
      prepaid: true,
      prepaidMonths: PREPAID_MONTHS,
      expiresAt: now + 330 * DAY_MS,
      mainland: true,
    });
  const owner = { ownerName: seed.account.realName, ownerIdNo: seed.account.idNo };
  for (const domain of seed.domains)
    await tx.insert(t.sandboxDomains).values({
      domain,
      accountId,
      registeredHere: true,
      registrarApproved: true,
      ownerEnc: seal(masterKey(), owner, `sandbox_domain:${domain}`),
      realNameVerifiedAt: now - VERIFIED_BEFORE_MS,
      expiresAt: now + 700 * DAY_MS,
    });
}

/** What the business registry knows of a unit. */
async function addBusiness(tx: Tx, seed: ApplicantSeed): Promise<void> {
  if (seed.account.kind !== "unit") return;
  const certIdx = blindIndex("cert", seed.account.idNo);
  const record = { name: seed.account.realName, legalRepName: seed.lead.name };
  await tx.insert(t.sandboxBusinesses).values({
    certIdx,
    recordEnc: seal(masterKey(), record, `sandbox_business:${certIdx}`),
    status: "active",
    registeredOrUpdatedAt: clock().now() - 2 * VERIFIED_BEFORE_MS,
  });
}

/** Users, accounts, roles and holdings of the invented people. Their orders are made by the situations. */
export async function seedPersonas(): Promise<void> {
  const passwordHash = await hashPassword(PERSONA_PASSWORD);
  await withTransaction(async (tx) => {
    for (const seed of [...APPLICANTS, ...KINDS, ...EXTRAS]) {
      const userId = await addUser(tx, seed, passwordHash);
      const accountId = await addAccount(tx, seed, userId);
      await addHoldings(tx, seed, accountId);
      await addBusiness(tx, seed);
    }
    for (const seed of STAFF) {
      const userId = await addUser(tx, seed, passwordHash);
      await tx.insert(t.userRoles).values(seed.roles.map((role) => ({ userId, role })));
    }
  });
}
