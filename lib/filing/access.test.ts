import { describe, expect, it } from "vitest";
import {
  type Actor,
  actingAs,
  CAPABILITIES,
  type Capability,
  can,
  ownsAccount,
  ROLES,
  type Role,
  staffKind,
} from "./access";

const actor = (...roles: Role[]): Actor => ({
  userId: "usr_1",
  roles,
  accountIds: ["acc_1", "acc_2"],
  accountId: "acc_1",
  sessionId: "ses_1",
});
const names = Object.keys(CAPABILITIES) as Capability[];
const of = (...roles: Role[]) => names.filter((name) => can(actor(...roles), name));

/** The table once more, by role: whoever widens a role has to say so twice. */
const EXPECTED: Readonly<Record<Role, readonly string[]>> = {
  applicant: [
    "console.enter",
    "account.read.own",
    "account.edit.own",
    "order.open.own",
    "order.read.own",
    "order.edit.own",
    "order.submit.own",
    "order.withdraw.own",
    "order.abandon.own",
    "material.upload.own",
    "material.read.own",
    "filing.read.own",
    "filing.edit.own",
    "filing.cancel.own",
    "filing.migrate.own",
    "resource.read.own",
    "domain.read.own",
    "code.manage.own",
    "notification.read.own",
    "check.run",
    "token.manage.own",
    "self.edit",
  ],
  reviewer: [
    "check.run",
    "token.manage.own",
    "self.edit",
    "factor.manage.own",
    "review.enter",
    "review.queue",
    "review.read",
    "review.claim",
    "review.decide",
    "review.intercept",
    "document.view",
    "handover.work",
    "inspection.work",
    "policy.read",
    "statistics.read",
  ],
  supervisor: [
    "check.run",
    "token.manage.own",
    "self.edit",
    "factor.manage.own",
    "review.enter",
    "review.queue",
    "review.read",
    "review.claim",
    "review.decide",
    "review.intercept",
    "document.view",
    "handover.work",
    "inspection.work",
    "policy.read",
    "statistics.read",
    "review.override",
    "review.reassign",
    "review.templates",
    "account.flag",
    "handover.oversee",
    "policy.edit",
    "delivery.manage",
    "import.run",
    "audit.read",
    "export.run",
  ],
  admin: [
    "self.edit",
    "factor.manage.own",
    "review.enter",
    "delivery.manage",
    "import.run",
    "staff.manage",
    "settings.manage",
  ],
  officer: ["desk.work"],
};

describe("who may do what", () => {
  it.each(ROLES)("%s", (role) => expect(of(role)).toEqual(EXPECTED[role]));

  it("who must set up a second factor first may only do that", () => {
    for (const role of ROLES) {
      const first = { ...actor("applicant", role), needsFactor: true } as const;
      const allowed = names.filter((name) => can(first, name));
      expect(allowed).toEqual(EXPECTED[role].includes("factor.manage.own") ? ["factor.manage.own"] : []);
    }
  });

  it("nobody signed in may do nothing of it, nor a user without a role", () => {
    for (const name of names) expect([can(null, name), can(actor(), name)]).toEqual([false, false]);
  });

  it("several roles add up", () => {
    expect(new Set(of("applicant", "officer"))).toEqual(
      new Set([...EXPECTED.applicant, ...EXPECTED.officer]),
    );
  });

  it("whatever a reviewer may, a supervisor may", () => {
    for (const name of of("reviewer")) expect(can(actor("supervisor"), name), name).toBe(true);
  });

  it("an administrator reads no orders and no documents", () => {
    expect(
      of("admin").filter((name) => /^(order|material|document|filing)\.|review\.(read|queue)/.test(name)),
    ).toEqual([]);
  });
});

describe("the actor under one hat", () => {
  it("is a supervisor before a reviewer", () => {
    expect([
      staffKind(actor("reviewer", "supervisor")),
      staffKind(actor("reviewer")),
      staffKind(actor("admin")),
    ]).toEqual(["supervisor", "reviewer", null]);
  });
  it("keeps all his accounts, so that nobody reviews his own", () => {
    expect(actingAs(actor("reviewer"), "reviewer")).toEqual({
      kind: "reviewer",
      userId: "usr_1",
      accountIds: ["acc_1", "acc_2"],
    });
    expect([ownsAccount(actor(), "acc_2"), ownsAccount(actor(), "acc_3")]).toEqual([true, false]);
  });
});
