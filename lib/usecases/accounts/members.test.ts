import { and, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { sessionOf } from "@/lib/auth/testing";
import { PERSONA_PASSWORD } from "@/lib/boot/seed/persona-data";
import type { Actor } from "@/lib/filing/access";
import { getOrder } from "../orders/get-order";
import { newWorld, type World } from "../testing";
import { createToken } from "../tokens/own-tokens";
import { resolveToken } from "../tokens/resolve-token";
import { acceptAsNewcomer, acceptAsUser } from "./accept-invitation";
import { closeAccount } from "./close-account";
import { handOver } from "./hand-over";
import { inviteMember, withdrawInvitation } from "./invite-member";
import { listMembers } from "./members";
import { readInvitation } from "./read-link";
import { removeMember } from "./remove-member";
import { resolveSession } from "./resolve-session";
import { switchAccount } from "./switch-account";
import { AGREED, messageTo, setPolicy, tokenTo } from "./testing";
import { verifyRealName } from "./verify-real-name";

const MATE = "mate@example.cn";
const PASSWORD = "blue kettle on tuesday";
let world: World;
let owner: Actor;

beforeEach(async () => {
  world = await newWorld();
  owner = await signedIn("fresh-unit");
});
afterEach(() => world.dispose());

async function live(sid: string): Promise<Actor> {
  const found = await resolveSession(sid);
  if (found === null) throw new Error("nobody");
  return found;
}
const signedIn = async (persona: string) => live(await sessionOf(persona));
const invite = (email = MATE, who = owner) => inviteMember(who, { email }, "zh-CN");

async function newcomer(): Promise<{ sid: string; actor: Actor }> {
  await invite();
  const joined = await acceptAsNewcomer({ ...AGREED, token: await tokenTo(MATE), password: PASSWORD }, null);
  if (!joined.ok) throw new Error(joined.error.reason);
  return { sid: joined.value.sid, actor: await live(joined.value.sid) };
}
const roles = async () => {
  const view = await listMembers(owner);
  return view.ok ? view.value.members.map(({ email, role }) => [email, role]) : view.error;
};

describe("members", () => {
  it("agree to terms and privacy when they come new, in the wording in force", async () => {
    await invite();
    const token = await tokenTo(MATE);
    expect(
      await acceptAsNewcomer({ ...AGREED, terms: "2025-01", token, password: PASSWORD }, null),
    ).toMatchObject({ error: { code: "stale", reason: "declarations.moved" } });
    const joined = await acceptAsNewcomer({ ...AGREED, token, password: PASSWORD }, null);
    const userId = joined.ok ? joined.value.userId : "";
    const kept = await read().select().from(t.consents).where(eq(t.consents.userId, userId));
    expect(kept.map(({ kind, version }) => `${kind} ${version}`)).toEqual([
      "terms 2026-11",
      "privacy 2026-11",
    ]);
  });

  it("join by the link, and work on the account's orders", async () => {
    const applicant = await world.inReview("fresh-unit");
    const { actor } = await newcomer();
    expect(actor).toMatchObject({ roles: ["applicant"], accountIds: [owner.accountId] });
    expect(await getOrder(actor, { orderId: applicant.orderId })).toMatchObject({ ok: true });
    expect(await roles()).toEqual([
      ["fresh-unit@sandbox.invalid", "owner"],
      [MATE, "member"],
    ]);
    const seen = await listMembers(actor);
    expect(seen).toMatchObject({
      value: { role: "member", members: [{ email: "fr***@sandbox.invalid" }, { email: MATE, self: true }] },
    });
  });

  it("are told apart by whether they have an account of their own, with what they may do about codes", async () => {
    await newcomer();
    const friend = await signedIn("draft-half");
    await invite("draft-half@sandbox.invalid");
    await acceptAsUser(friend, { token: await tokenTo("draft-half@sandbox.invalid") });
    const seen = async (who: Actor) => {
      const view = await listMembers(who);
      return view.ok ? view.value : null;
    };
    const kinds = (await seen(owner))?.members.map(({ email, collaborates }) => [email, collaborates]);
    expect(kinds?.toSorted()).toEqual([
      ["draft-half@sandbox.invalid", true],
      ["fresh-unit@sandbox.invalid", false],
      [MATE, false],
    ]);
    expect((await seen(owner))?.makeCodes).toBe(true);
    expect((await seen(await signedIn("fresh-person")))?.makeCodes).toBe(false);
    await setPolicy("codesForSubAccounts", false);
    expect((await seen(owner))?.makeCodes).toBe(false);
  });

  it("are invited, removed and made owner by the owner alone", async () => {
    const { actor } = await newcomer();
    const refused = { error: { code: "forbidden", reason: "account.not-owner" } };
    expect(await invite("third@example.cn", actor)).toMatchObject(refused);
    expect(await removeMember(actor, { userId: owner.userId })).toMatchObject(refused);
    expect(await handOver(actor, { userId: actor.userId, password: PASSWORD })).toMatchObject(refused);
    expect(await closeAccount(actor, { password: PASSWORD })).toMatchObject(refused);
    const claim = {
      kind: "unit",
      name: "杭州云杉示范科技有限公司",
      certType: null,
      idNo: "91330106MA0000A19Q",
    } as const;
    expect(await verifyRealName(actor, claim)).toMatchObject(refused);
  });

  it("see nothing any more as soon as they are removed, get an account of their own, and their keys end", async () => {
    const applicant = await world.inReview("fresh-unit");
    const { sid, actor } = await newcomer();
    const made = await createToken(actor, { name: "script", days: 30 });
    if (!made.ok) throw new Error("refused");
    expect(await resolveToken(made.value.token)).not.toBeNull();
    expect(await removeMember(owner, { userId: actor.userId })).toMatchObject({ ok: true });
    expect(await resolveToken(made.value.token)).toBeNull();
    const after = await live(sid);
    expect(after.accountIds).toHaveLength(1);
    expect(after.accountId).not.toBe(owner.accountId);
    expect(await getOrder(after, { orderId: applicant.orderId })).toMatchObject({
      error: { code: "not_found" },
    });
    expect((await messageTo(MATE)).subject).toBe("您已不再是账号的成员");
    expect(await removeMember(owner, { userId: actor.userId })).toMatchObject({
      error: { code: "not_found" },
    });
  });

  it("may leave; the owner may not", async () => {
    const { actor } = await newcomer();
    expect(await removeMember(actor, { userId: actor.userId })).toMatchObject({ ok: true });
    expect(await removeMember(owner, { userId: owner.userId })).toMatchObject({
      error: { reason: "account.owner-stays" },
    });
  });

  it("become owner when the owner hands over, with his password", async () => {
    const { actor } = await newcomer();
    const to = { userId: actor.userId };
    expect(await handOver(owner, { ...to, password: "wrong" })).toMatchObject({ error: { code: "invalid" } });
    expect(await handOver(owner, { ...to, password: PERSONA_PASSWORD })).toMatchObject({ ok: true });
    expect(await handOver(owner, { ...to, password: PERSONA_PASSWORD })).toMatchObject({
      error: { code: "forbidden" },
    });
    expect(await removeMember(actor, { userId: owner.userId })).toMatchObject({ ok: true });
    const stranger = await signedIn("fresh-person");
    expect(await handOver(actor, { userId: stranger.userId, password: PASSWORD })).toMatchObject({
      error: { code: "not_found" },
    });
    const rows = await read()
      .select()
      .from(t.accountMembers)
      .where(and(eq(t.accountMembers.accountId, owner.accountId ?? ""), eq(t.accountMembers.role, "owner")));
    expect(rows.map(({ userId }) => userId)).toEqual([actor.userId]);
  });
});

describe("an invitation", () => {
  it("is for the address it went to: by whoever is signed in under it, nobody else", async () => {
    const mate = await signedIn("fresh-person");
    const other = await signedIn("draft-half");
    await invite("fresh-person@sandbox.invalid");
    const token = await tokenTo("fresh-person@sandbox.invalid");
    expect(await readInvitation(token, null)).toMatchObject({
      step: "sign-in",
      account: "杭州云杉示范科技有限公司",
    });
    expect(await readInvitation(token, other)).toMatchObject({ step: "other" });
    expect(await readInvitation(token, mate)).toMatchObject({ step: "accept" });
    expect(await acceptAsUser(other, { token })).toMatchObject({ error: { reason: "account.invite-other" } });
    expect(await acceptAsNewcomer({ ...AGREED, token, password: PASSWORD }, null)).toMatchObject({
      error: { reason: "account.address-taken" },
    });
    expect(await acceptAsUser(mate, { token })).toMatchObject({ ok: true });
    expect(await acceptAsUser(mate, { token })).toMatchObject({ error: { reason: "account.link-dead" } });
  });

  it("lets somebody with an account of his own work for both, one at a time", async () => {
    const sid = await sessionOf("fresh-person");
    const mate = await live(sid);
    await invite("fresh-person@sandbox.invalid");
    await acceptAsUser(mate, { token: await tokenTo("fresh-person@sandbox.invalid") });
    const now = await live(sid);
    expect(now).toMatchObject({ accountId: owner.accountId });
    expect(now.accountIds).toHaveLength(2);
    expect(await switchAccount(now, { accountId: mate.accountId ?? "" })).toMatchObject({ ok: true });
    expect(await live(sid)).toMatchObject({ accountId: mate.accountId });
    const foreign = (await signedIn("draft-half")).accountId ?? "";
    expect(await switchAccount(now, { accountId: foreign })).toMatchObject({ error: { code: "not_found" } });
    await switchAccount(now, { accountId: owner.accountId ?? "" });
    await removeMember(owner, { userId: mate.userId });
    expect(await live(sid)).toMatchObject({ accountId: mate.accountId, accountIds: [mate.accountId] });
  });

  it("can be taken back by the owner, and not be sent to a member", async () => {
    await invite();
    const token = await tokenTo(MATE);
    const view = await listMembers(owner);
    const id = view.ok ? view.value.invitations[0]?.id : undefined;
    const stranger = await signedIn("fresh-person");
    expect(await withdrawInvitation(stranger, { invitationId: id ?? "" })).toMatchObject({
      error: { code: "not_found" },
    });
    expect(await withdrawInvitation(owner, { invitationId: id ?? "" })).toMatchObject({ ok: true });
    expect(await acceptAsNewcomer({ ...AGREED, token, password: PASSWORD }, null)).toMatchObject({
      ok: false,
    });
    expect(await invite("fresh-unit@sandbox.invalid")).toMatchObject({
      error: { fields: [{ reason: "account.invite-member" }] },
    });
  });

  it("is one of at most ten", async () => {
    for (let i = 0; i < 10; i++) expect(await invite(`mate-${i}@example.cn`)).toMatchObject({ ok: true });
    expect(await invite("mate-0@example.cn")).toMatchObject({ ok: true });
    expect(await invite("eleventh@example.cn")).toMatchObject({
      error: { reason: "account.invitations-full", params: { limit: 10 } },
    });
  });
});
