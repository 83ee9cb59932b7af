import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { sessionOf } from "@/lib/auth/testing";
import { PERSONA_PASSWORD, STAFF } from "@/lib/boot/seed/persona-data";
import { resetEnv } from "@/lib/env";
import type { Actor } from "@/lib/filing/access";
import type { Claims } from "@/lib/identity/claims";
import type { Audience } from "@/lib/identity/settings";
import { beginFactor } from "../accounts/factor";
import { getAccount } from "../accounts/get-account";
import { resolveSession } from "../accounts/resolve-session";
import { AGREED, messageTo, tokenTo } from "../accounts/testing";
import { claimOrder } from "../review/claim-order";
import { changePost } from "../staff/change-post";
import { inviteStaff } from "../staff/invite-staff";
import { getStaffMember } from "../staff/list-staff";
import { audited, newWorld, orderNow, seen, type World } from "../testing";
import { createToken } from "../tokens/own-tokens";
import { finishAsNewcomer, joinExisting, mailProof } from "./finish";
import { listOwnIdentities, mayLink, unlinkIdentity } from "./own-identities";
import { readOffer } from "./read-offer";
import { signInWithIdentity } from "./sign-in-with-identity";

const ISSUER = "https://login.example.cn";
const SETTINGS = Object.fromEntries(
  ["OIDC_", "STAFF_OIDC_"].flatMap((prefix) => [
    [`${prefix}ISSUER`, ISSUER],
    [`${prefix}CLIENT_ID`, "icp"],
    [`${prefix}CLIENT_SECRET`, "a secret of sixteen"],
    [`${prefix}NAME`, "Cloud"],
  ]),
);
const WEN: Claims = {
  issuer: ISSUER,
  subject: "wen-1",
  email: "wen@example.cn",
  emailVerified: true,
  name: "Wen",
  realName: { kind: "person", name: "温乔", certType: 2, idNo: "110101 19900307002x" },
  phone: "13900001111",
  roles: [],
  severalFactors: false,
};
let world: World;
beforeEach(async () => {
  world = await newWorld();
  Object.assign(process.env, SETTINGS);
  resetEnv();
});
afterEach(() => {
  for (const name of Object.keys(SETTINGS)) delete process.env[name];
  world.dispose();
});

type Over = Partial<Claims>;
const come = (
  over: Over = {},
  audience: Audience = "customers",
  link: Actor | null = null,
  realName = false,
) =>
  signInWithIdentity({
    audience,
    claims: { ...WEN, ...over },
    next: "/console",
    userAgent: null,
    link: link && { actor: link, realName },
  });
type Came = Awaited<ReturnType<typeof come>>;
const why = (result: { ok: boolean; error?: { reason?: string; fields?: readonly { reason: string }[] } }) =>
  result.ok ? "ok" : (result.error?.fields?.[0]?.reason ?? result.error?.reason);
const offered = (came: Came) => {
  if (!came.ok || came.value.kind !== "offer") throw new Error("no offer");
  return { token: came.value.token, userAgent: null };
};
const enteredAs = async (came: Came) => {
  if (!came.ok || came.value.kind !== "entered" || !("sid" in came.value.step)) throw new Error("not in");
  const actor = await resolveSession(came.value.step.sid);
  if (actor === null) throw new Error("nobody");
  return actor;
};
const newcomer = (over: object = {}) => ({
  proof: null,
  realName: false,
  locale: "zh-CN" as const,
  ...AGREED,
  ...over,
});
async function registered(over: Over = {}, realName = true): Promise<Actor> {
  const made = await finishAsNewcomer(offered(await come(over)), newcomer({ realName }));
  if (!made.ok || !("sid" in made.value.step)) throw new Error("not made");
  return (await resolveSession(made.value.step.sid)) as Actor;
}
const account = async (actor: Actor) => {
  const view = await getAccount(actor);
  if (!view.ok) throw new Error(view.error.code);
  return view.value;
};
const persona = async (id: string) => (await resolveSession(await sessionOf(id))) as Actor;
const staffMail = (id: string) => STAFF.find((one) => one.id === id)?.email ?? "";

describe("somebody new", () => {
  it("agrees and has an account under the proven address, with real name and phone, and no password", async () => {
    const offer = offered(await come());
    expect(await readOffer(offer.token, undefined)).toEqual({
      provider: "Cloud",
      step: "new",
      email: "wen@example.cn",
      proof: null,
      realName: { name: "温乔", idNo: expect.not.stringContaining("9900307") },
    });
    const actor = await registered({}, true);
    expect(await account(actor)).toMatchObject({
      email: "wen@example.cn",
      realName: { name: "温乔", idNo: "1101**********002X" },
      phone: "139****1111",
    });
    expect(await listOwnIdentities(actor)).toMatchObject({
      hasPassword: false,
      linked: [{ realName: true }],
    });
    const kinds = (await read().select().from(t.consents).where(eq(t.consents.userId, actor.userId))).map(
      ({ kind }) => kind,
    );
    expect(kinds.sort()).toEqual(["identity-real-name", "privacy", "terms"]);
    expect((await enteredAs(await come())).userId).toBe(actor.userId);
  });

  it.each([
    ["/console/orders", "/console/orders"],
    ["https://evil.example/", "/sign-in"],
    ["//evil.example", "/sign-in"],
  ])("goes on to %s where it is a path of ours", async (kept, next) => {
    const offer = offered(await come());
    await withTransaction(async (tx) => {
      await tx.update(t.identityOffers).set({ nextPath: kept });
    });
    expect(await finishAsNewcomer(offer, newcomer())).toMatchObject({ ok: true, value: { next } });
  });

  it("keeps his real name to himself unless he agrees", async () => {
    const actor = await registered({}, false);
    expect(await account(actor)).toMatchObject({ realName: null, phone: null });
    await come();
    expect(await account(actor)).toMatchObject({ realName: null });
  });

  it.each([
    ["without agreeing", { terms: "" }, "declarations.moved"],
    ["to another wording", { privacy: "2020-01" }, "declarations.moved"],
    ["with somebody's link", { proof: "x".repeat(43) }, "account.identity-over"],
  ])("does not get in %s", async (_name, over, reason) => {
    expect(why(await finishAsNewcomer(offered(await come()), newcomer(over)))).toBe(reason);
  });

  it("has half an hour, once, in his own browser", async () => {
    const holder = offered(await come());
    expect(await readOffer("x".repeat(43), undefined)).toBeNull();
    world.system.advance(30 * 60_000 - 1);
    expect(await readOffer(holder.token, undefined)).not.toBeNull();
    expect(why(await finishAsNewcomer(holder, newcomer()))).toBe("ok");
    expect(why(await finishAsNewcomer(holder, newcomer()))).toBe("account.identity-over");
    const late = offered(await come({ subject: "late", email: "late@example.cn" }));
    world.system.advance(30 * 60_000);
    expect(why(await finishAsNewcomer(late, newcomer()))).toBe("account.identity-over");
  });

  it("proves an address nobody vouches for by a link that opens in his browser only", async () => {
    const over = { emailVerified: false, email: "draft@example.cn" };
    const holder = offered(await come(over));
    const other = offered(await come({ ...over, subject: "other" }));
    expect(await readOffer(holder.token, undefined)).toMatchObject({ step: "address" });
    expect(why(await finishAsNewcomer(holder, newcomer()))).toBe("account.identity-over");
    await mailProof(holder, { email: "wen@home.example", locale: "en" });
    const proof = await tokenTo("wen@home.example");
    expect(await readOffer(other.token, proof)).toMatchObject({ step: "address", proof: null });
    expect(why(await finishAsNewcomer(other, newcomer({ proof })))).toBe("account.identity-over");
    expect(await readOffer(holder.token, proof)).toMatchObject({
      step: "new",
      email: "wen@home.example",
      proof,
    });
    expect(why(await finishAsNewcomer(holder, newcomer({ proof })))).toBe("ok");
  });
});

describe("somebody whose address is known here", () => {
  const known = async () => {
    const { email } = world.seedOf("fresh-unit");
    return { email, holder: offered(await come({ email })) };
  };

  it("is linked by his password once, and by nothing less", async () => {
    const { email, holder } = await known();
    expect(await readOffer(holder.token, undefined)).toMatchObject({ step: "prove", email });
    expect(why(await joinExisting(holder, { proof: null, password: "wrong" }))).toBe(
      "account.password-wrong",
    );
    expect(why(await finishAsNewcomer(holder, newcomer()))).toBe("account.address-taken");
    expect(why(await joinExisting(holder, { proof: null, password: PERSONA_PASSWORD }))).toBe("ok");
    expect((await enteredAs(await come({ email }))).userId).toBe((await persona("fresh-unit")).userId);
  });

  it("is linked by a link to his mailbox, without a password", async () => {
    const { email, holder } = await known();
    await mailProof(holder, { email, locale: "en" });
    const proof = await tokenTo(email);
    expect(await readOffer(holder.token, proof)).toMatchObject({ step: "join", proof });
    expect(why(await joinExisting(holder, { proof, password: "" }))).toBe("ok");
  });

  it("is not linked from outside once he has a second step: mailbox, password and the issuer's own are not it", async () => {
    const actor = await world.actor("reviewer-lin");
    const email = "reviewer-lin@sandbox.invalid";
    const word = { roles: ["reviewer"] as const, severalFactors: true, email, emailVerified: false };
    const holder = offered(await come(word, "staff"));
    await withTransaction(async (tx) => {
      await tx.insert(t.staffFactors).values({
        ...{ userId: actor.userId, secretEnc: Buffer.alloc(1), lastStep: 0, createdAt: 0, confirmedAt: 1 },
      });
    });
    await mailProof(holder, { email, locale: "en" });
    const proof = await tokenTo(email);
    expect(why(await joinExisting(holder, { proof, password: "" }))).toBe("account.identity-factor");
    expect(await read().select().from(t.identities)).toEqual([]);
  });

  it("is never linked by an address the issuer has not verified", async () => {
    const { email } = world.seedOf("fresh-unit");
    const holder = offered(await come({ email, emailVerified: false }));
    expect(await readOffer(holder.token, undefined)).toMatchObject({ step: "address" });
    expect(why(await joinExisting(holder, { proof: null, password: PERSONA_PASSWORD }))).toBe(
      "account.identity-over",
    );
  });

  it("has ten tries", async () => {
    const { holder } = await known();
    const tried = [];
    for (let n = 0; n < 11; n += 1)
      tried.push(await joinExisting(holder, { proof: null, password: "wrong" }));
    expect(tried.map((one) => (one.ok ? "ok" : one.error.code))).toEqual([
      ...Array(10).fill("invalid"),
      "too_many",
    ]);
  });
});

describe("the real name", () => {
  it("follows the issuer when it changes, waits while an order is open, and never becomes another person's", async () => {
    const actor = await registered();
    const renamed = { ...WEN, realName: { ...WEN.realName, name: "温乔乔" } as Claims["realName"] };
    await come(renamed);
    expect((await account(actor)).realName?.name).toBe("温乔乔");
    const other = { ...WEN, realName: { ...WEN.realName, idNo: "110101198808080212" } as Claims["realName"] };
    expect((await come(other)).ok).toBe(true);
    expect((await account(actor)).realName).toMatchObject({ name: "温乔乔", idNo: "1101**********002X" });
  });

  it("is taken over for a unit only while nothing is open", async () => {
    const unit = await persona("fresh-unit");
    expect(why(await come({}, "customers", unit, true))).toBe("ok");
    const before = (await account(unit)).realName;
    await world.inReview("fresh-unit");
    const changed = {
      ...WEN.realName,
      kind: "unit",
      certType: null,
      name: "新名称有限公司",
    } as Claims["realName"];
    expect((await come({ realName: changed })).ok).toBe(true);
    expect((await account(unit)).realName).toEqual(before);
  });

  it("stands in no audit row and no offer in clear", async () => {
    await registered();
    await come({ subject: "x" });
    const stored = JSON.stringify([
      await read().select().from(t.auditLog),
      await read().select().from(t.identities),
      (await read().select().from(t.identityOffers)).map((row) => ({
        ...row,
        claimsEnc: row.claimsEnc.toString(),
      })),
    ]);
    for (const value of ["温乔", "002X", "002x", "wen-1", "wen@example.cn", "13900001111"])
      expect(stored).not.toContain(value);
  });
});

describe("staff", () => {
  const ANNA: Over = { subject: "anna", email: "anna@house.example", roles: ["reviewer"], name: "Anna" };

  it("come in by a role claim, with the roles it says today", async () => {
    const first = await enteredAs(await come(ANNA, "staff"));
    expect(first).toMatchObject({ roles: ["reviewer"], accountIds: [] });
    const again = await enteredAs(await come({ ...ANNA, roles: ["supervisor", "admin"] }, "staff"));
    expect([again.userId, [...again.roles].sort()]).toEqual([first.userId, ["admin", "supervisor"]]);
    expect(why(await come({ ...ANNA, roles: [] }, "staff"))).toBe("account.identity-unmapped");
    expect((await resolveSessionRoles(first.userId)).length).toBe(0);
  });
  const resolveSessionRoles = async (userId: string) =>
    read().select().from(t.userRoles).where(eq(t.userRoles.userId, userId));

  it("lose with a role what hung on it: sessions, keys, invitations and claims", async () => {
    const roles = ["reviewer", "admin"] as const;
    const anna = await enteredAs(await come({ ...ANNA, roles }, "staff"));
    const version = async () =>
      (await read().select().from(t.users).where(eq(t.users.id, anna.userId)))[0]?.version ?? 0;
    const before = await version();
    const { orderId } = await world.inReview("fresh-unit");
    await claimOrder(anna, await seen(orderId));
    await createToken(anna, { name: "script", days: 30 });
    const wang = { email: "wang@house.example", name: "王芳", post: "reviewer", way: "mail" } as const;
    await inviteStaff(anna, wang, "zh-CN");
    // The same roles again change nothing.
    await come({ ...ANNA, roles }, "staff");
    expect([await sessionsOf(anna.userId), await version()]).toEqual([2, before]);
    expect((await orderNow(orderId)).row.claimUserId).toBe(anna.userId);

    await come({ ...ANNA, roles: [] }, "staff");
    expect([await sessionsOf(anna.userId), await version()]).toEqual([0, before + 1]);
    expect((await orderNow(orderId)).row.claimUserId).toBeNull();
    expect(await read().select().from(t.accountLinks).where(eq(t.accountLinks.purpose, "staff"))).toEqual([]);
    expect(await read().select().from(t.apiTokens)).toMatchObject([{ revokedAt: expect.any(Number) }]);
  });
  const sessionsOf = async (userId: string) =>
    (await read().select().from(t.sessions).where(eq(t.sessions.userId, userId))).length;

  it("keep the post an administrator gave them, whatever is claimed afterwards", async () => {
    const anna = await enteredAs(await come(ANNA, "staff"));
    const admin = await persona("admin");
    const member = async () => {
      const found = await getStaffMember(admin, { userId: anna.userId });
      if (!found.ok) throw new Error(found.error.code);
      return found.value;
    };
    const { version, claimed } = await member();
    expect(claimed).toBe(true);
    expect(await changePost(admin, { userId: anna.userId, version, post: "supervisor" })).toMatchObject({
      ok: true,
    });
    expect((await member()).claimed).toBe(false);
    expect((await enteredAs(await come({ ...ANNA, roles: ["admin"] }, "staff"))).roles).toEqual([
      "supervisor",
    ]);
    expect((await enteredAs(await come({ ...ANNA, roles: [] }, "staff"))).roles).toEqual(["supervisor"]);
    expect(await audited(anna.userId)).toContainEqual({
      action: "staff.post-changed",
      outcome: "done",
      data: { from: "reviewer", to: "supervisor", claimEnded: true },
    });
  });

  it("keep their second factor when the claim takes their roles", async () => {
    const { userId } = await enteredAs(await come(ANNA, "staff"));
    await withTransaction(async (tx) => {
      await beginFactor(tx, userId, "a session");
      await tx.update(t.staffFactors).set({ confirmedAt: 1 }).where(eq(t.staffFactors.userId, userId));
    });
    await come({ ...ANNA, roles: [] }, "staff");
    expect(await come(ANNA, "staff")).toMatchObject({
      value: { kind: "entered", step: { userId, challenge: expect.any(String) } },
    });
  });

  it("without a role stay out, and leave nothing behind", async () => {
    const before = (await read().select().from(t.users)).length;
    expect(why(await come({ ...ANNA, roles: [] }, "staff"))).toBe("account.identity-unmapped");
    expect([
      (await read().select().from(t.users)).length,
      await read().select().from(t.identityOffers),
    ]).toEqual([before, []]);
  });

  it("who are here already prove it once and keep the roles they were given here", async () => {
    const holder = offered(await come({ ...ANNA, email: staffMail("reviewer-lin"), roles: [] }, "staff"));
    expect(why(await joinExisting(holder, { proof: null, password: PERSONA_PASSWORD }))).toBe("ok");
    const lin = await enteredAs(await come({ ...ANNA, roles: ["admin"] }, "staff"));
    expect(lin).toMatchObject({ userId: (await persona("reviewer-lin")).userId, roles: ["reviewer"] });
  });

  it("do not come by the customers' issuer, nor customers by theirs", async () => {
    const lin = offered(await come({ email: staffMail("reviewer-lin") }));
    expect(why(await joinExisting(lin, { proof: null, password: PERSONA_PASSWORD }))).toBe(
      "account.identity-staff",
    );
    const { email } = world.seedOf("fresh-unit");
    const unit = offered(await come({ ...ANNA, email }, "staff"));
    expect(why(await joinExisting(unit, { proof: null, password: PERSONA_PASSWORD }))).toBe(
      "account.identity-staff",
    );
    expect(why(await come({}, "customers", await persona("reviewer-lin")))).toBe("account.identity-staff");
    expect(why(await come({}, "staff", await persona("fresh-unit")))).toBe("account.identity-staff");
  });

  it("are asked for our code, too, unless the issuer asked for several factors itself", async () => {
    const { userId } = await enteredAs(await come(ANNA, "staff"));
    await withTransaction(async (tx) => {
      await beginFactor(tx, userId, "a session");
      await tx.update(t.staffFactors).set({ confirmedAt: 1 }).where(eq(t.staffFactors.userId, userId));
    });
    expect(await come(ANNA, "staff")).toMatchObject({
      value: { kind: "entered", step: { userId, challenge: expect.any(String) } },
    });
    expect((await enteredAs(await come({ ...ANNA, severalFactors: true }, "staff"))).userId).toBe(userId);
  });

  it("are not made from an address nobody has proven", async () => {
    const holder = offered(await come({ ...ANNA, emailVerified: false }, "staff"));
    expect(await readOffer(holder.token, undefined)).toMatchObject({ step: "address", realName: null });
  });

  it("of one issuer's subject and the customers' of the same are two people", async () => {
    const customer = await registered();
    expect((await enteredAs(await come({ ...ANNA, subject: WEN.subject }, "staff"))).userId).not.toBe(
      customer.userId,
    );
  });
});

describe("linking and unlinking", () => {
  it("asks for the password, opens the same account, and is one of a kind", async () => {
    const unit = await persona("fresh-unit");
    expect(why(await mayLink(unit, { password: "wrong" }))).toBe("account.password-wrong");
    expect(why(await mayLink(unit, { password: PERSONA_PASSWORD }))).toBe("ok");
    expect(why(await come({}, "customers", unit))).toBe("ok");
    expect((await enteredAs(await come())).userId).toBe(unit.userId);
    expect(why(await come({ subject: "second" }, "customers", unit))).toBe("account.identity-taken");
    expect(why(await come({}, "customers", await persona("fresh-person")))).toBe("account.identity-taken");
    expect((await listOwnIdentities(unit)).linked).toMatchObject([{ current: true, realName: false }]);
  });

  it("takes a way in away with the password; of others and of none it knows nothing", async () => {
    const unit = await persona("fresh-unit");
    await come({}, "customers", unit);
    const [linked] = (await listOwnIdentities(unit)).linked;
    const identityId = linked?.id ?? "";
    const other = await persona("fresh-person");
    expect(await unlinkIdentity(other, { identityId, password: PERSONA_PASSWORD })).toMatchObject({
      error: { code: "not_found" },
    });
    expect(why(await unlinkIdentity(unit, { identityId, password: "wrong" }))).toBe("account.password-wrong");
    expect(why(await unlinkIdentity(unit, { identityId, password: PERSONA_PASSWORD }))).toBe("ok");
    expect((await come()).ok && offered(await come())).toBeTruthy();
    const actions = (await read().select().from(t.auditLog)).map(({ action }) => action);
    expect(actions.filter((action) => action.startsWith("identity."))).toEqual([
      "identity.linked",
      "identity.unlinked",
    ]);
  });

  it("keeps the last way in", async () => {
    const actor = await registered();
    const [linked] = (await listOwnIdentities(actor)).linked;
    expect(why(await unlinkIdentity(actor, { identityId: linked?.id ?? "", password: "x" }))).toBe(
      "account.identity-last",
    );
    expect(why(await mayLink(actor, { password: "anything" }))).toBe("account.password-wrong");
  });
});

it("a link to prove an address says what it is for, and is not sent without an offer", async () => {
  expect(
    why(await mailProof({ token: "x".repeat(43), userAgent: null }, { email: "a@b.cn", locale: "en" })),
  ).toBe("account.identity-over");
  const holder = offered(await come());
  await mailProof(holder, { email: "wen@example.cn", locale: "en" });
  expect((await messageTo("wen@example.cn")).body).toContain("/sign-in/finish?t=");
});
