import { afterEach, beforeEach, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { acknowledgeFinding } from "../orders/acknowledge-finding";
import { getCheck } from "../orders/get-check";
import { audited, newWorld, seen, type World } from "../testing";
import { dismissFinding } from "./dismiss-finding";
import { getWorkbench } from "./get-workbench";

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.dispose());

const SITE = {
  name: "云样例",
  contents: [8] as const,
  remark: "介绍本单位的产品样例与联系方式，不含论坛与交易功能。",
};

/** An order ready to be submitted, whose website has a name the book only advises against. */
async function written(name = "官方网站") {
  const applicant = await world.applicant("fresh-unit", { ...SITE, name });
  await applicant.start();
  await applicant.fillPeople();
  await applicant.fillWebsites();
  await applicant.upload(world.clock);
  return applicant;
}

async function warnings(orderId: string) {
  const view = await getCheck(await world.actor("fresh-unit"), { orderId });
  if (!view.ok) throw new Error(view.error.code);
  return view.value.warnings;
}

async function warningOf(orderId: string) {
  const [warning] = await warnings(orderId);
  if (warning === undefined) throw new Error("nothing is advised against");
  return { orderId, rule: warning.rule, path: warning.path };
}

it("a warning is acknowledged with a note: sealed, kept, changed, and read by the reviewer", async () => {
  const applicant = await written();
  const { orderId } = applicant;
  const owner = await world.actor("fresh-unit");
  const key = await warningOf(orderId);
  expect((await warnings(orderId))[0]?.note).toBeNull();
  expect(await acknowledgeFinding(owner, { ...key, note: "" })).toMatchObject({ ok: true });
  expect((await warnings(orderId))[0]?.note).toBe("");
  expect(await acknowledgeFinding(owner, { ...key, note: " 品牌名称，有商标证 " })).toMatchObject({
    ok: true,
  });
  expect((await warnings(orderId))[0]?.note).toBe("品牌名称，有商标证");
  const rows = await read().select().from(t.findingNotes);
  expect(rows).toMatchObject([{ kind: "acknowledged", round: 1, rule: key.rule, path: key.path }]);
  expect(JSON.stringify(rows)).not.toContain("商标");
  expect(await audited(orderId)).toContainEqual({
    action: "finding.acknowledge",
    outcome: "done",
    data: { rule: key.rule, path: key.path },
  });

  await applicant.submit();
  const bench = await getWorkbench(await world.actor("reviewer-lin"), { orderId });
  const shown = bench.ok ? bench.value.findings.find(({ rule }) => rule === key.rule) : undefined;
  expect(shown?.acknowledged?.text).toBe("品牌名称，有商标证");
  expect(await acknowledgeFinding(owner, { ...key, note: "太晚" })).toMatchObject({
    error: { code: "wrong_state" },
  });
});

it("acknowledging is refused for another's order and for what does not stand", async () => {
  const { orderId } = await written();
  const key = await warningOf(orderId);
  expect(await acknowledgeFinding(await world.actor("fresh-person"), { ...key, note: "" })).toMatchObject({
    error: { code: "not_found" },
  });
  const owner = await world.actor("fresh-unit");
  for (const stray of [{ rule: "no.such-rule" }, { path: "entity.name" }])
    expect(await acknowledgeFinding(owner, { ...key, ...stray, note: "" })).toMatchObject({
      error: { code: "invalid" },
    });
  expect(await read().select().from(t.findingNotes)).toEqual([]);
});

it("whoever holds the order sets a warning aside with a reason; the order does not move", async () => {
  const applicant = await written();
  const { orderId } = applicant;
  const { rule, path } = await warningOf(orderId);
  await applicant.submit();
  const lin = await world.actor("reviewer-lin");
  const dismiss = async (reason: string, change: object = {}, who = lin) =>
    dismissFinding(who, { ...(await seen(orderId)), rule, path, reason, ...change });
  expect(await dismiss("名称可用")).toMatchObject({ error: { code: "wrong_state" } });
  await (await world.reviewer("reviewer-lin")).claim(orderId);
  const before = await seen(orderId);
  expect(await dismiss("  ")).toMatchObject({ error: { code: "invalid", path: "reason" } });
  expect(await dismiss("x", { rule: "domain.registrar" })).toMatchObject({ error: { code: "invalid" } });
  expect(await dismiss("x", { version: before.version - 1 })).toMatchObject({ error: { code: "stale" } });
  expect(await dismiss("x", {}, await world.actor("reviewer-zhao"))).toMatchObject({
    error: { code: "wrong_state" },
  });
  expect(await dismiss("x", {}, await world.actor("fresh-unit"))).toMatchObject({
    error: { code: "forbidden" },
  });
  expect(await dismiss("名称可用，已看商标证")).toEqual({ ok: true, value: null });
  expect(await seen(orderId)).toEqual(before);
  const bench = await getWorkbench(lin, { orderId });
  const shown = bench.ok ? bench.value.findings.find((found) => found.rule === rule) : undefined;
  expect(shown?.dismissed).toMatchObject({ text: "名称可用，已看商标证", by: "林岚" });
  expect((await audited(orderId)).filter(({ action }) => action === "finding.dismiss")).toHaveLength(1);
});
