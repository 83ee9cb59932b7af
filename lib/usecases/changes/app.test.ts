import { afterEach, beforeEach, expect, it } from "vitest";
import { gateway } from "@/lib/authority";
import type { AppDraft } from "@/lib/filing/application/draft";
import type { SectionId, SectionValue } from "@/lib/filing/application/draft-sections";
import { getTaskList } from "../orders/get-task-list";
import { readOwnDraft } from "../orders/own-draft";
import { getFilingHistory } from "../registry/get-filing";
import { newWorld, SITE, type World } from "../testing";
import { begin, edit, filedBy, heldNow, settle } from "./testing";

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.dispose());

const FILED = { ...SITE, name: "云样例助手", packageName: "cn.sample.helper" };

it("an APP is renamed, gets a platform and loses one by a change, and the register follows", async () => {
  const filed = await filedBy(world, "filed", FILED);
  const before = (await heldNow(filed)).services[0];
  const [kept, gone] = before?.packages ?? [];
  if (kept === undefined || gone === undefined) throw new Error("two platforms are filed");
  const { applicant, orderId } = await begin(world, filed, { services: [...filed.services] });
  const own = await readOwnDraft(filed.actor, orderId);
  const section = `service:${own.ok ? own.value.draft.application.services[0]?.id : ""}` as SectionId;
  const change = (value: SectionValue) => {
    const app = value as AppDraft;
    const [first] = app.packages?.filter(({ platform }) => platform === kept.platform) ?? [];
    const added = { ...first, id: "pkg_new00001", platform: "HARMONY", packageName: "cn.sample.helper.hm" };
    return { ...app, name: "云样例助手新版", packages: [first, added] } as SectionValue;
  };
  expect(await edit(filed.actor, orderId, section, change)).toMatchObject({ ok: true });
  const tasks = await getTaskList(filed.actor, { orderId });
  expect(tasks.ok && tasks.value.general).toEqual([]);
  await applicant.upload(world.clock);
  await applicant.submit();
  const lin = await world.reviewer("reviewer-lin");
  await lin.claim(orderId);
  await lin.call(world.clock, orderId, "REACHED_OK");
  await lin.approve(orderId);
  await settle(world, filed.seed, orderId);

  const after = (await heldNow(filed)).services[0];
  expect(after).toMatchObject({ number: before?.number, document: { name: "云样例助手新版" } });
  expect(after?.packages.map(({ platform, packageName }) => [platform, packageName]).sort()).toEqual(
    [
      [kept.platform, kept.packageName],
      ["HARMONY", "cn.sample.helper.hm"],
    ].sort(),
  );
  const history = await getFilingHistory(filed.actor, { entityId: filed.entityId });
  const lines = history.ok ? history.value.lines : [];
  const by = lines.filter(({ by: cause }) => cause.kind === "order" && cause.id === orderId);
  const kinds = new Set(by.map(({ change: kind }) => kind));
  expect([...kinds].sort()).toEqual(["package_ended", "package_opened", "service_changed"]);
  const told = await gateway().query({ number: before?.number ?? "" });
  expect(JSON.stringify(told)).toContain("云样例助手新版");
});
