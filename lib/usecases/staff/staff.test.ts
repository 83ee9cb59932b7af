import { eq } from "drizzle-orm";
import { TOTP } from "otpauth";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { sessionEndOf } from "@/lib/auth/actor-of";
import { browserHeaders, sessionOf } from "@/lib/auth/testing";
import { PERSONA_PASSWORD } from "@/lib/boot/seed/persona-data";
import type { Actor, Role } from "@/lib/filing/access";
import { closeAccount } from "../accounts/close-account";
import { beginOwnFactor, confirmOwnFactor, getOwnFactor } from "../accounts/own-factor";
import { resolveSession } from "../accounts/resolve-session";
import { openSession } from "../accounts/session-store";
import { signIn } from "../accounts/sign-in";
import { AGREED, mailbox, setPolicy, tokenTo } from "../accounts/testing";
import { claimOrder } from "../review/claim-order";
import { audited, eventTypes, HOUR, newWorld, orderNow, seen, type World } from "../testing";
import { acceptAsNewStaff, acceptAsStaff, readStaffInvitation } from "./accept-staff";
import { blockStaff, unblockStaff } from "./block";
import { changePost } from "./change-post";
import {
  inviteStaff,
  renewStaffInvitation,
  revokeStaffInvitation,
  STAFF_INVITATIONS_MAX,
} from "./invite-staff";
import { getStaffMember, listStaff } from "./list-staff";
import { endStaffSessions, resetFactor } from "./reset-access";

const WANG = "wang@provider.example";
const PASSWORD = "four unrelated words";
const MOVED = { error: { code: "stale", reason: "staff.moved" } };

let world: World;
let admin: Actor;
beforeEach(async () => {
  world = await newWorld();
  admin = await world.actor("admin");
});
afterEach(() => world.dispose());

/** The version an administrator's page shows now. */
async function now(userId: string) {
  const found = await getStaffMember(admin, { userId });
  if (!found.ok) throw new Error(found.error.code);
  return { userId, version: found.value.version };
}
const of = async (persona: string) => now((await world.actor(persona)).userId);
const give = (userId: string, role: Exclude<Role, "applicant">) =>
  withTransaction(async (tx) => {
    await tx.insert(t.userRoles).values({ userId, role });
  });
const invite = (
  email = WANG,
  post: "reviewer" | "admin" = "reviewer",
  way: "mail" | "print" = "mail",
  by = admin,
) => inviteStaff(by, { email, name: "王芳", post, way }, "zh-CN");
async function printedToken(email = WANG): Promise<string> {
  const made = await invite(email, "reviewer", "print");
  return /\?t=([\w-]{43})$/.exec((made.ok && made.value.url) || "")?.[1] ?? "";
}
const accept = (token: string) =>
  acceptAsNewStaff({ ...AGREED, token, name: "王芳", password: PASSWORD }, null);
async function joined(): Promise<Actor> {
  const made = await accept(await printedToken());
  const actor = made.ok ? await resolveSession(made.value.sid) : null;
  if (actor === null) throw new Error("not joined");
  return actor;
}
const DEAD = { error: { reason: "account.link-dead" } };

describe("an invitation", () => {
  it("by mail makes somebody staff, once", async () => {
    expect(await invite()).toEqual({ ok: true, value: { url: null } });
    const token = await tokenTo(WANG);
    expect(await readStaffInvitation(token, null)).toMatchObject({
      email: WANG,
      post: "reviewer",
      name: "王芳",
      by: expect.any(String),
      step: "newcomer",
    });
    const made = await accept(token);
    if (!made.ok) throw new Error(made.error.reason);
    expect(await resolveSession(made.value.sid)).toMatchObject({ roles: ["reviewer"], accountIds: [] });
    expect(await accept(token)).toMatchObject(DEAD);
    const list = await listStaff(admin, { view: "active" });
    expect(list.ok && list.value.staff.find(({ userId }) => userId === made.value.userId)).toMatchObject({
      name: "王芳",
      email: "wa***@provider.example",
      roles: ["reviewer"],
      factor: false,
      invitedBy: expect.any(String),
      lastSignInAt: world.system.now(),
    });
    expect((await audited(made.value.userId)).map(({ action }) => action)).toContain("staff.joined");
  });

  it("on paper is shown once, sent to nobody and stored nowhere", async () => {
    const token = await printedToken();
    expect((await mailbox()).filter(({ to }) => to === WANG)).toEqual([]);
    expect(JSON.stringify(await read().select().from(t.accountLinks))).not.toContain(token);
    expect(await accept(token)).toMatchObject({ ok: true });
  });

  it("works for 72 hours", async () => {
    const token = await printedToken();
    world.system.advance(72 * HOUR - 1);
    expect(await readStaffInvitation(token, null)).not.toBeNull();
    world.system.advance(1);
    expect(await readStaffInvitation(token, null)).toBeNull();
    expect(await accept(token)).toMatchObject(DEAD);
  });

  it("sent again takes the place of the one before; taken back it opens nothing", async () => {
    const first = await printedToken();
    const [link] = await read().select().from(t.accountLinks).where(eq(t.accountLinks.purpose, "staff"));
    const again = await renewStaffInvitation(admin, { invitationId: link?.id ?? "", way: "mail" });
    expect(again).toEqual({ ok: true, value: { url: null } });
    expect(await accept(first)).toMatchObject(DEAD);
    expect(await renewStaffInvitation(admin, { invitationId: link?.id ?? "", way: "mail" })).toMatchObject({
      error: { code: "not_found", reason: "staff.invitation-gone" },
    });
    const second = await tokenTo(WANG);
    const [fresh] = await read().select().from(t.accountLinks).where(eq(t.accountLinks.purpose, "staff"));
    const invitationId = fresh?.id ?? "";
    expect(await revokeStaffInvitation(admin, { invitationId })).toMatchObject({ ok: true });
    expect(await revokeStaffInvitation(admin, { invitationId })).toMatchObject({
      error: { reason: "staff.invitation-gone" },
    });
    expect(await accept(second)).toMatchObject(DEAD);
  });

  it("goes to nobody who is staff or blocked, and there are not too many", async () => {
    const field = (reason: string) => ({ error: { fields: [{ path: "email", reason }] } });
    expect(await invite("reviewer-lin@sandbox.invalid")).toMatchObject(field("staff.already"));
    await blockStaff(admin, { ...(await of("reviewer-lin")), reason: "left" });
    expect(await invite("reviewer-lin@sandbox.invalid")).toMatchObject(field("staff.address-blocked"));
    for (let i = 0; i < STAFF_INVITATIONS_MAX; i++)
      expect(await invite(`w${i}@provider.example`)).toMatchObject({ ok: true });
    expect(await invite("w0@provider.example")).toMatchObject({ ok: true });
    expect(await invite("more@provider.example")).toMatchObject({
      error: { reason: "staff.invitations-full", params: { limit: STAFF_INVITATIONS_MAX } },
    });
  });

  it("makes an applicant staff under his own user, when he is signed in", async () => {
    const email = "fresh-person@sandbox.invalid";
    const token = await printedToken(email);
    const sid = await sessionOf("fresh-person");
    const mate = await world.actor("fresh-person");
    const other = await world.actor("draft-half");
    expect(await readStaffInvitation(token, null)).toMatchObject({ step: "sign-in" });
    expect(await readStaffInvitation(token, other)).toMatchObject({ step: "other" });
    expect(await readStaffInvitation(token, mate)).toMatchObject({ step: "accept" });
    expect(await accept(token)).toMatchObject({ error: { reason: "account.address-taken" } });
    expect(await acceptAsStaff(other, { token, name: "x" })).toMatchObject({
      error: { reason: "account.invite-other" },
    });
    expect(await acceptAsStaff(mate, { token, name: "周宁" })).toMatchObject({ ok: true });
    expect(await acceptAsStaff(mate, { token, name: "周宁" })).toMatchObject(DEAD);
    expect((await resolveSession(sid))?.roles).toEqual(["applicant", "reviewer"]);
  });

  it("by an administrator who is blocked or loses the post ends with it", async () => {
    const lin = await of("reviewer-lin");
    await changePost(admin, { ...lin, post: "admin" });
    const second = await world.actor("reviewer-lin");
    await invite(WANG, "reviewer", "mail", second);
    const token = await tokenTo(WANG);
    await changePost(admin, { ...(await of("reviewer-lin")), post: "reviewer" });
    expect(await accept(token)).toMatchObject(DEAD);
    expect(await invite(WANG, "reviewer", "mail", second)).toMatchObject({ error: { code: "forbidden" } });
  });
});

describe("blocking", () => {
  it("ends sessions and keys, frees what was claimed, and tells the open tab why", async () => {
    const { orderId } = await world.inReview("fresh-unit");
    const lin = await world.actor("reviewer-lin");
    const sid = await sessionOf("reviewer-lin");
    await claimOrder(lin, await seen(orderId));
    const headers = await browserHeaders(sid);
    expect(await sessionEndOf(headers)).toBeNull();
    expect(await blockStaff(admin, { ...(await of("reviewer-lin")), reason: "left" })).toEqual({
      ok: true,
      value: { released: 1 },
    });
    expect(await resolveSession(sid)).toBeNull();
    expect(await sessionEndOf(headers)).toBe("blocked");
    expect((await orderNow(orderId)).row.claimUserId).toBeNull();
    expect((await eventTypes(orderId)).at(-1)).toBe("released");
    const answer = await signIn({
      email: "reviewer-lin@sandbox.invalid",
      password: PERSONA_PASSWORD,
      ip: "x",
      userAgent: null,
    });
    expect(answer).toMatchObject({ error: { code: "unauthenticated" } });
    expect(await audited(lin.userId)).toEqual(
      expect.arrayContaining([
        { action: "staff.blocked", outcome: "done", data: { reason: "left" } },
        { action: "session.end", outcome: "done", data: { count: 1, reason: "blocked" } },
      ]),
    );
  });

  it("finds the order already given back by time, and says nothing twice", async () => {
    const { orderId } = await world.inReview("fresh-unit");
    await claimOrder(await world.actor("reviewer-lin"), await seen(orderId));
    world.clock.advance(5 * HOUR);
    await blockStaff(admin, { ...(await of("reviewer-lin")), reason: "away" });
    expect((await orderNow(orderId)).row.claimUserId).toBeNull();
    expect((await eventTypes(orderId)).filter((type) => type === "released")).toHaveLength(1);
  });

  it("is undone by unblocking, as often as it holds", async () => {
    const before = await of("reviewer-lin");
    expect(await unblockStaff(admin, before)).toMatchObject(MOVED);
    await blockStaff(admin, { ...before, reason: "other" });
    const blocked = await of("reviewer-lin");
    expect(await blockStaff(admin, { ...blocked, reason: "left" })).toMatchObject(MOVED);
    const list = await listStaff(admin, { view: "blocked" });
    expect(list).toMatchObject({ value: { staff: [{ userId: before.userId, blocked: "other" }] } });
    expect(await unblockStaff(admin, blocked)).toMatchObject({ ok: true });
    expect(await resolveSession(await sessionOf("reviewer-lin"))).not.toBeNull();
  });

  it("lets nobody in who is blocked meanwhile, and unblocking wakes no session", async () => {
    const lin = await of("reviewer-lin");
    const sid = await sessionOf("reviewer-lin");
    const setStatus = (status: "active" | "blocked") =>
      withTransaction(async (tx) => {
        await tx.update(t.users).set({ status }).where(eq(t.users.id, lin.userId));
      });
    await setStatus("blocked");
    const before = (await read().select().from(t.sessions)).length;
    const opened = await withTransaction((tx) => openSession(tx, lin.userId, "test", null));
    expect(opened).toMatchObject({ error: { code: "unauthenticated", reason: "sign-in" } });
    expect(await read().select().from(t.sessions)).toHaveLength(before);
    expect(await resolveSession(sid)).toBeNull();
    expect(await unblockStaff(admin, await of("reviewer-lin"))).toMatchObject({ ok: true });
    expect(await resolveSession(sid)).toBeNull();
    expect(await sessionEndOf(await browserHeaders(sid))).toBe("ended");
  });
});

describe("two administrators", () => {
  it("at one person at once: one wins, the other is told", async () => {
    const lin = await of("reviewer-lin");
    const both = await Promise.all([
      blockStaff(admin, { ...lin, reason: "left" }),
      changePost(admin, { ...lin, post: "supervisor" }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject(MOVED);
  });

  it("who block each other leave one of them", async () => {
    await changePost(admin, { ...(await of("reviewer-lin")), post: "reviewer-admin" });
    const second = await world.actor("reviewer-lin");
    const [a, b] = [await now(admin.userId), await now(second.userId)];
    const both = await Promise.all([
      blockStaff(admin, { ...b, reason: "left" }),
      blockStaff(second, { ...a, reason: "left" }),
    ]);
    expect(both.map(({ ok }) => ok)).toEqual([true, false]);
    expect(both[1]).toMatchObject({ error: { code: "forbidden" } });
  });

  it("nobody changes or blocks himself", async () => {
    const self = await now(admin.userId);
    const SELF = { error: { code: "forbidden", reason: "staff.self" } };
    expect(await blockStaff(admin, { ...self, reason: "left" })).toMatchObject(SELF);
    expect(await changePost(admin, { ...self, post: "reviewer" })).toMatchObject(SELF);
    expect(await resetFactor(admin, self)).toMatchObject(SELF);
    expect(await endStaffSessions(admin, self)).toMatchObject(SELF);
  });

  it("the last one who closes his account for filing stays what he is", async () => {
    const person = await world.actor("fresh-person");
    await give(person.userId, "admin");
    expect(await closeAccount(person, { password: PERSONA_PASSWORD })).toEqual({
      ok: true,
      value: { signedOut: false },
    });
    expect(await getStaffMember(admin, { userId: person.userId })).toMatchObject({
      value: { blocked: null, roles: ["admin"], applicant: false },
    });
  });
});

describe("another post", () => {
  it("holds at once, ends the sessions and frees what may not be judged any more", async () => {
    const { orderId } = await world.inReview("fresh-unit");
    const lin = await world.actor("reviewer-lin");
    await claimOrder(lin, await seen(orderId));
    const sid = await sessionOf("reviewer-lin");
    await changePost(admin, { ...(await of("reviewer-lin")), post: "supervisor" });
    expect((await orderNow(orderId)).row.claimUserId).toBe(lin.userId);
    expect(await sessionEndOf(await browserHeaders(sid))).toBe("roles");
    await changePost(admin, { ...(await of("reviewer-lin")), post: "admin" });
    expect((await orderNow(orderId)).row.claimUserId).toBeNull();
    expect((await resolveSession(await sessionOf("reviewer-lin")))?.roles).toEqual(["admin"]);
  });

  it("is another one, offered, and none only for who files as well", async () => {
    const lin = await of("reviewer-lin");
    const refused = (reason: string) => ({ error: { reason: `staff.${reason}` } });
    expect(await changePost(admin, { ...lin, post: "reviewer" })).toMatchObject(refused("same-post"));
    expect(await changePost(admin, { ...lin, post: "none" })).toMatchObject(refused("needs-post"));
    expect(await changePost(admin, { ...lin, version: lin.version + 1, post: "admin" })).toMatchObject(MOVED);
    const applicant = await world.actor("fresh-person");
    const unknown = { userId: applicant.userId, version: 1, post: "admin" } as const;
    expect(await changePost(admin, unknown)).toMatchObject({ error: { code: "not_found" } });
    await give(applicant.userId, "reviewer");
    expect(await changePost(admin, { ...(await now(applicant.userId)), post: "none" })).toMatchObject({
      ok: true,
    });
    expect(await getStaffMember(admin, { userId: applicant.userId })).toMatchObject({
      error: { code: "not_found" },
    });
  });
});

describe("a second factor, where the provider requires it", () => {
  it("is the only thing who has none may do, until it is set up", async () => {
    const wang = await joined();
    const sid = await accountSid(wang);
    expect((await resolveSession(sid))?.needsFactor).toBeUndefined();
    await setPolicy("staffTotp", "required");
    expect((await resolveSession(sid))?.needsFactor).toBe(true);
    expect((await resolveSession(await sessionOf("reviewer-lin")))?.needsFactor).toBeUndefined();
    await enrol(wang);
    const after = await resolveSession(await accountSid(wang));
    if (after === null) throw new Error("not signed in");
    expect(after.needsFactor).toBeUndefined();
  });

  it("is reset by an administrator, with the sessions, and said by mail", async () => {
    const wang = await joined();
    expect(await resetFactor(admin, await now(wang.userId))).toMatchObject({
      error: { reason: "staff.factor-none" },
    });
    await enrol(wang);
    const sid = await accountSid(wang);
    expect(await resetFactor(admin, await now(wang.userId))).toMatchObject({ ok: true });
    expect(await sessionEndOf(await browserHeaders(sid))).toBe("ended");
    expect((await mailbox()).filter(({ to }) => to === WANG)).toHaveLength(2);
    expect(await signIn({ email: WANG, password: PASSWORD, ip: "x", userAgent: null })).toMatchObject({
      value: { sid: expect.any(String) },
    });
  });

  it("leaves with the post that uses it", async () => {
    const wang = await joined();
    await enrol(wang);
    await changePost(admin, { ...(await now(wang.userId)), post: "officer" });
    expect(await read().select().from(t.staffFactors)).toEqual([]);
  });
});

/** A session of hers, as if both steps were done. */
async function accountSid({ userId }: Actor): Promise<string> {
  const opened = await withTransaction((tx) => openSession(tx, userId, "test", null));
  if (!opened.ok) throw new Error("refused");
  return opened.value.sid;
}

async function enrol(actor: Actor): Promise<void> {
  await beginOwnFactor(actor, { password: PASSWORD });
  const view = await getOwnFactor(actor);
  if (!view.ok || view.value.state !== "begun") throw new Error("nothing begun");
  const code = new TOTP({ secret: view.value.secret }).generate({ timestamp: world.system.now() });
  const done = await confirmOwnFactor(actor, { code });
  if (!done.ok) throw new Error(done.error.reason);
}
