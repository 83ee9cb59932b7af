import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { Site } from "@/lib/boot/seed/situations-documents";
import type { PolicyChangeInput } from "@/lib/filing/policy/change";
import type { SettingValue } from "@/lib/filing/policy/settings";
import { judgeOrder } from "../orders/judge-order";
import { openDraft, openSubmission } from "../orders/records";
import { getWorkbench } from "../review/get-workbench";
import { audited, DAY, eventTypes, HOUR, MINUTE, newWorld, orderNow, type World } from "../testing";
import { changePolicy } from "./change-policy";
import { currentPolicy } from "./current-policy";
import { getPolicy, getSetting, type SettingDetail } from "./get-policy";
import { previewPolicyChange } from "./preview-policy-change";
import { revertPolicyChange } from "./revert-policy-change";

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.dispose());

const tang = () => world.actor("supervisor");
const reason = "按季度复核的结论";

async function detail(key: string): Promise<SettingDetail> {
  const found = await getSetting(await tang(), { key });
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
}
const input = async (setting: string, value: SettingValue, from: string | null = null) => ({
  ...({ setting, value, from, reason } as PolicyChangeInput),
  revision: (await detail(setting)).revision,
});
async function change(setting: string, value: SettingValue, from: string | null = null): Promise<string> {
  const answer = await changePolicy(await tang(), await input(setting, value, from));
  if (!answer.ok) throw new Error(answer.error.reason ?? answer.error.code);
  return answer.value.changeId;
}
const revert = async (changeId: string, setting: string) =>
  revertPolicyChange(await tang(), { changeId, reason, revision: (await detail(setting)).revision });

/** What the book says of an order's remark. */
async function remarkFindings(orderId: string) {
  const order = await orderNow(orderId);
  const document =
    order.snapshot.round > 0 ? await openSubmission(read(), order, order.snapshot.round) : null;
  const draft = await openDraft(read(), order);
  if (!draft.ok) throw new Error("no draft");
  const { findings } = await judgeOrder(order, document?.ok ? document.value : draft.value.application);
  return findings.filter(({ rule }) => rule === "service.remark-length").map(({ params }) => params.minimum);
}

describe("a change", () => {
  it("rules from its instant on, not a millisecond before", async () => {
    await change("remarkMinLength", 60, "2026-11-25");
    const at = Date.parse("2026-11-25T00:00:00+08:00");
    expect((await currentPolicy(at - 1)).provider.remarkMinLength).toBe(15);
    expect((await currentPolicy(at)).provider.remarkMinLength).toBe(60);
    const draft = await world.applicant("fresh-unit");
    await draft.start();
    await draft.fillWebsites();
    world.clock.advance(at - 1 - world.clock.now());
    expect(await remarkFindings(draft.orderId)).toEqual([]);
    world.clock.advance(1);
    expect(await remarkFindings(draft.orderId)).toEqual([60]);
  });

  it("from now never reaches an order that was submitted before, not even in the same millisecond", async () => {
    const { orderId } = await world.inReview("fresh-unit");
    const draft = await world.applicant("fresh-person");
    await draft.start();
    await draft.fillWebsites();
    await change("remarkMinLength", 60);
    expect(await remarkFindings(orderId)).toEqual([]);
    expect(await remarkFindings(draft.orderId)).toEqual([60]);
  });

  it("leaves an audit row with ids and codes, and its reason in the history", async () => {
    const id = await change("claimHours", 8);
    expect(await audited(id)).toEqual([
      { action: "policy.changed", outcome: "done", data: { setting: "claimHours", from: world.clock.now() } },
    ]);
    const { history, value, ownSince, shipped } = await detail("claimHours");
    expect({ value, ownSince, shipped: shipped.value }).toEqual({
      value: 8,
      ownSince: world.clock.now(),
      shipped: 4,
    });
    expect(history).toMatchObject([{ id, value: 8, reason, by: "唐越", state: "in-force", revoked: null }]);
  });

  it("is refused whole: wrong values by field, the past, nothing new, unknown settings", async () => {
    const tried = async (over: Partial<PolicyChangeInput>) =>
      changePolicy(await tang(), { ...(await input("claimHours", 8)), ...over });
    expect(await tried({ value: 0, from: "2026-11-23" })).toMatchObject({
      error: {
        code: "invalid",
        fields: [
          { path: "value", reason: "setting.bounds", params: { min: 1, max: 168 } },
          { path: "from", reason: "policy.date-past" },
        ],
      },
    });
    expect(await tried({ value: 4 })).toMatchObject({
      error: { code: "wrong_state", reason: "policy.no-change" },
    });
    expect(await tried({ setting: "nothing" })).toMatchObject({ error: { code: "not_found" } });
    expect(await read().select().from(t.policyChanges)).toEqual([]);
  });

  it("is a supervisor's: reviewers read, others do not even that", async () => {
    const wanted = await input("claimHours", 8);
    for (const persona of ["reviewer-lin", "admin", "officer", "fresh-unit"]) {
      const actor = await world.actor(persona);
      const forbidden = { error: { code: "forbidden" } };
      expect(await changePolicy(actor, wanted)).toMatchObject(forbidden);
      expect(await previewPolicyChange(actor, { setting: "claimHours", value: 8, from: null })).toMatchObject(
        forbidden,
      );
      expect((await getPolicy(actor)).ok).toBe(persona === "reviewer-lin");
      expect((await getSetting(actor, { key: "claimHours" })).ok).toBe(persona === "reviewer-lin");
    }
    const lin = await getPolicy(await world.actor("reviewer-lin"));
    expect(lin).toMatchObject({ ok: true, value: { mayEdit: false } });
  });

  it("is stale when somebody decided on the same setting meanwhile, and only then", async () => {
    const [seen, other] = [await input("claimHours", 8), await input("remarkMinLength", 20)];
    const id = await change("claimHours", 6, "2026-12-01");
    expect(await changePolicy(await tang(), seen)).toMatchObject({
      error: { code: "stale", reason: "policy.setting-moved" },
    });
    const again = await input("claimHours", 8);
    await revert(id, "claimHours");
    expect(await changePolicy(await tang(), again)).toMatchObject({ error: { code: "stale" } });
    expect(await changePolicy(await tang(), other)).toMatchObject({ ok: true });
  });

  it("of two who race, one wins", async () => {
    const wanted = await input("claimHours", 8);
    const actor = await tang();
    const answers = await Promise.all([changePolicy(actor, wanted), changePolicy(actor, wanted)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe("taking back", () => {
  it("revokes what is still to come, with who and why", async () => {
    const id = await change("claimHours", 8, "2026-12-01");
    expect((await detail("claimHours")).scheduled).toMatchObject([{ id, value: 8 }]);
    expect(await revert(id, "claimHours")).toEqual({ ok: true, value: { changeId: id } });
    const { scheduled, history } = await detail("claimHours");
    expect(scheduled).toEqual([]);
    expect(history).toMatchObject([{ id, state: "revoked", revoked: { by: "唐越", reason } }]);
    world.clock.advance(30 * DAY);
    expect((await currentPolicy()).provider.claimHours).toBe(4);
    expect((await audited(id)).map(({ action }) => action)).toEqual(["policy.changed", "policy.revoked"]);
    expect(await revert(id, "claimHours")).toMatchObject({ error: { reason: "policy.not-in-force" } });
  });

  it("answers what is in force by the value before it, once", async () => {
    await change("claimHours", 6);
    world.clock.advance(HOUR);
    const id = await change("claimHours", 8);
    expect(await revert(id, "claimHours")).toMatchObject({ ok: true });
    expect((await currentPolicy()).provider.claimHours).toBe(6);
    expect((await currentPolicy(world.clock.now() - 1)).provider.claimHours).toBe(6);
    expect((await detail("claimHours")).history.map(({ state }) => state)).toEqual([
      "in-force",
      "past",
      "past",
    ]);
    expect(await revert(id, "claimHours")).toMatchObject({ error: { reason: "policy.not-in-force" } });
  });

  it("is stale, unknown or forbidden like a change", async () => {
    const changeId = await change("claimHours", 8);
    const taken = { changeId, reason, revision: 0 };
    expect(await revertPolicyChange(await tang(), taken)).toMatchObject({ error: { code: "stale" } });
    expect(await revertPolicyChange(await world.actor("reviewer-lin"), taken)).toMatchObject({
      error: { code: "forbidden" },
    });
    const nobody = { ...taken, changeId: "00000000-0000-7000-8000-000000000000" };
    expect(await revertPolicyChange(await tang(), nobody)).toMatchObject({ error: { code: "not_found" } });
  });
});

describe("the preview", () => {
  it("lists exactly the orders a change would judge differently, and decides nothing", async () => {
    const long: Site = {
      name: "云样例长备注",
      contents: [8],
      remark: "介绍本单位的产品样例与联系方式。".repeat(5),
    };
    const [short, fine] = [await world.applicant("fresh-unit"), await world.applicant("fresh-person", long)];
    for (const one of [short, fine]) {
      await one.start();
      await one.fillWebsites();
    }
    const preview = await previewPolicyChange(await tang(), {
      setting: "remarkMinLength",
      value: 60,
      from: null,
    });
    expect(preview).toMatchObject({
      ok: true,
      value: {
        looked: 2,
        open: 2,
        unreadable: 0,
        affected: [
          { id: short.orderId, readable: false, kept: false, deadlines: [], findings: { added: 1 } },
        ],
      },
    });
    expect(JSON.stringify(preview)).not.toContain(short.seed.lead.name);
    expect((await currentPolicy()).provider.remarkMinLength).toBe(15);
  });

  it("says of an order in review that it keeps its judgement, and of deadlines that they move", async () => {
    const { orderId } = await world.inReview("fresh-unit");
    const supervisor = await tang();
    const kept = await previewPolicyChange(supervisor, { setting: "remarkMinLength", value: 60, from: null });
    expect(kept).toMatchObject({ value: { affected: [{ id: orderId, kept: true, readable: true }] } });
    const wait = { setting: "providerReviewWorkingDays", value: [3, 5], from: null };
    expect(await previewPolicyChange(supervisor, wait)).toMatchObject({
      value: {
        affected: [
          {
            id: orderId,
            kept: false,
            findings: { added: 0 },
            deadlines: [{ kind: "provider_review_expected" }],
          },
        ],
      },
    });
    const none = { setting: "pushDelayMinutes", value: 60, from: null };
    expect(await previewPolicyChange(supervisor, none)).toMatchObject({ value: { affected: [], looked: 1 } });
    const wrong = { setting: "pushDelayMinutes", value: -1, from: null };
    expect(await previewPolicyChange(supervisor, wrong)).toMatchObject({
      error: { code: "invalid", fields: [{ path: "value" }] },
    });
  });
});

describe("the life of an order follows the settings", () => {
  it("the wait before the authority", async () => {
    await change("pushDelayMinutes", 60);
    const { orderId } = await world.approved("fresh-unit");
    await world.pass(60 * MINUTE - 1);
    expect(await eventTypes(orderId)).not.toContain("pushed");
    await world.pass(1);
    expect(await eventTypes(orderId)).toContain("pushed");
  });

  it("a deadline moved while the order waits is kept by the sweep", async () => {
    const draft = await world.applicant("fresh-unit");
    await draft.start();
    await world.pass(HOUR);
    await change("draftValidityDays", 3);
    await world.pass(3 * DAY - 2 * HOUR);
    expect((await orderNow(draft.orderId)).row.state).toBe("DRAFT");
    await world.pass(2 * HOUR);
    expect((await orderNow(draft.orderId)).row.state).toBe("EXPIRED");
  });

  it("the gate", async () => {
    await change("remarkMinLength", 60);
    await expect(world.inReview("fresh-unit")).rejects.toThrow("order.findings-open");
  });
});

describe("the workbench", () => {
  const bench = async (orderId: string) => {
    const view = await getWorkbench(await world.actor("reviewer-lin"), { orderId });
    if (!view.ok) throw new Error(view.error.code);
    return view.value;
  };

  it("says what a newer policy would judge differently, since when and why; the order keeps its judgement", async () => {
    const { orderId } = await world.inReview("fresh-unit");
    expect((await bench(orderId)).newerPolicy).toBeNull();
    await change("claimHours", 8);
    expect((await bench(orderId)).newerPolicy).toBeNull();
    world.clock.advance(HOUR);
    const id = await change("remarkMinLength", 60);
    const { newerPolicy, findings } = await bench(orderId);
    expect(findings.filter(({ rule }) => rule === "service.remark-length")).toEqual([]);
    expect(newerPolicy?.differences).toMatchObject([
      {
        change: "new",
        finding: { rule: "service.remark-length", params: { minimum: 60 } },
        before: null,
        after: "error",
        causes: [
          { kind: "setting", key: "remarkMinLength", before: 15, after: 60, since: world.clock.now() },
        ],
      },
    ]);
    await revert(id, "remarkMinLength");
    expect((await bench(orderId)).newerPolicy).toBeNull();
  });

  it("names the settings behind each difference, not those that play no part in it", async () => {
    const { orderId } = await world.inReview("fresh-unit");
    await change("claimHours", 8);
    await change("remarkMinLength", 60);
    await change("naturesEnabled", [5]);
    const { newerPolicy } = await bench(orderId);
    const causes = newerPolicy?.differences.map(({ causes: all }) =>
      all.map((cause) => (cause.kind === "setting" ? cause.key : cause.table)),
    );
    expect(new Set(causes?.flat())).toEqual(new Set(["remarkMinLength", "naturesEnabled"]));
    expect(causes?.every((keys) => keys.length === 1)).toBe(true);
  });
});
