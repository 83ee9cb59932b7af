import "server-only";
import { createHash } from "node:crypto";
import sharp from "sharp";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import type { Actor } from "@/lib/filing/access";
import type { OpenManual } from "@/lib/filing/manual/form";
import { approved, ONE, site, TWO } from "@/lib/filing/registry/testing";
import { ok } from "@/lib/filing/shared/result";
import { newId } from "@/lib/ids";
import { type RegistryWorld, registryWorld } from "../registry/testing";
import { getManual } from "./get-manual";
import { openManual } from "./open-manual";
import { submitManual } from "./submit-manual";
import { uploadManual } from "./upload-manual";
import { callTicket } from "./work-ticket";

/** A unit with two websites, its holder, and somebody of the staff. */
export interface ManualWorld {
  readonly world: RegistryWorld;
  readonly entityId: string;
  readonly applicant: Actor;
  readonly staff: Actor;
}

async function user(name: string): Promise<string> {
  const id = newId();
  await withTransaction(async (tx) => {
    await tx
      .insert(t.users)
      .values({ id, displayName: name, emailIdx: id, emailEnc: Buffer.from("x"), createdAt: 0 });
    return ok(null);
  });
  return id;
}

export async function reviewer(name: string): Promise<Actor> {
  return {
    ...{ userId: await user(name), roles: ["reviewer"], accountIds: [], accountId: null, sessionId: "s" },
  };
}

export async function manualWorld(): Promise<ManualWorld> {
  const world = await registryWorld();
  await world.say(
    approved("FIRST_FILING", [
      [ONE, site(1)],
      [TWO, site(2)],
    ]),
  );
  const applicant = { ...world.actor(0), userId: await user("owner") };
  await withTransaction(async (tx) => {
    const [accountId, userId] = [world.accounts[0], applicant.userId];
    await tx.insert(t.accountMembers).values({ accountId, userId, role: "owner" });
    return ok(null);
  });
  return { world, entityId: await world.entityId(), applicant, staff: await reviewer("lin") };
}

export const wanted = (entityId: string, over: Partial<OpenManual> = {}): OpenManual => ({
  ...{ entityId, kind: "CANCEL_ENTITY", serviceIds: [], applicant: "王申请", applicantId: "PASSPORT" },
  ...{ phone: "13800000099", why: "手机停用", consent: true },
  ...over,
});

export async function viewOf({ applicant, entityId }: ManualWorld) {
  const made = await getManual(applicant, { entityId });
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

/** @throws when it does not begin. */
export async function begun({ applicant, entityId }: ManualWorld, over: Partial<OpenManual> = {}) {
  const made = await openManual(applicant, wanted(entityId, over));
  if (!made.ok) throw new Error(made.error.reason);
  return made.value.requestId;
}

async function* once(bytes: Buffer) {
  yield bytes;
}
export async function put({ applicant }: ManualWorld, requestId: string, slot: string, side: string) {
  const shown = { width: 700, height: 500, channels: 3, background: "#7a8" } as const;
  const body = await sharp({ create: shown }).jpeg().toBuffer();
  const announced = { bytes: body.length, sha256: createHash("sha256").update(body).digest("hex") };
  return uploadManual(applicant, {
    ...({ requestId, slot, side } as { requestId: string; slot: "LICENCE"; side: "SINGLE" }),
    ...{ announced, body: once(body) },
  });
}

/** With every document it asks for. */
export async function filled(at: ManualWorld, over: Partial<OpenManual> = {}): Promise<string> {
  const id = await begun(at, over);
  for (const { slot, sides } of (await viewOf(at)).requests[0]?.slots ?? [])
    for (const side of sides) {
      const kept = await put(at, id, slot, side);
      if (!kept.ok) throw new Error(kept.error.reason);
    }
  return id;
}

/** Handed in, called and confirmed: in its third version. */
export async function proven(at: ManualWorld, over: Partial<OpenManual> = {}): Promise<string> {
  const requestId = await filled(at, over);
  const submitted = await submitManual(at.applicant, { requestId, version: 1 });
  const call = { requestId, version: 2, outcome: "CONFIRMED", note: "13800000099" } as const;
  const called = submitted.ok ? await callTicket(at.staff, call) : submitted;
  if (!called.ok) throw new Error(called.error.reason);
  return requestId;
}
