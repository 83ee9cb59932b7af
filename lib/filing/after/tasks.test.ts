import { describe, expect, it, test } from "vitest";
import { PROVINCES, policyAt } from "../policy";
import { NOW } from "../testing/fixtures";
import { AFTER_TASKS, type AfterService, afterTasks } from "./tasks";

const policy = policyAt(NOW);
const at = (time: string) => Date.parse(`${time}+08:00`);
const SITE: AfterService = {
  kind: "WEBSITE",
  entityNumber: "京ICP备2026000001号",
  serviceNumber: "京ICP备2026000001号-1",
  unitName: "青禾文具有限公司",
  filedAt: at("2026-11-02T23:59:59"),
  ended: false,
  served: true,
  accessFiledAt: null,
};
const tasks = (over: Partial<AfterService> = {}, code = "110000", now = NOW, days = 30) => {
  const province = policy.provinces[code];
  if (province === undefined) throw new Error(`no province ${code}`);
  const provider = { ...policy.provider, publicSecurityFilingDays: days };
  return afterTasks({ ...SITE, ...over }, { province, provider }, now);
};
const ids = (over: Partial<AfterService> = {}, code = "110000") => tasks(over, code).map(({ id }) => id);
const police = (over: Partial<AfterService>, now: number, days = 30) =>
  tasks(over, "110000", now, days).find(({ id }) => id === "public-security");

describe("what is left to do", () => {
  test.each<[string, Partial<AfterService>, string, readonly string[]]>([
    ["a unit's website", {}, "110000", ["footer-number", "public-security"]],
    ["a person's website", { unitName: null }, "320000", ["footer-number", "public-security"]],
    ["a unit's website in Jiangsu", {}, "320000", ["footer-number", "copyright-line", "public-security"]],
    ["an APP in Jiangsu", { kind: "APP" }, "320000", ["app-number", "public-security"]],
    ["a website from elsewhere", { accessFiledAt: NOW }, "110000", ["footer-number", "cancel-old-access"]],
    [
      "a website from elsewhere that is served here no more",
      { accessFiledAt: NOW, served: false },
      "110000",
      ["footer-number"],
    ],
    [
      "an APP from elsewhere",
      { kind: "APP", accessFiledAt: NOW },
      "440000",
      ["app-number", "cancel-old-access"],
    ],
    ["a website that ended", { ended: true }, "320000", []],
  ])("of %s", (_what, over, code, expected) => expect(ids(over, code)).toEqual(expected));

  it("in no province asks for anything that has no place on the list, and Jiangsu alone for the copyright line", () => {
    for (const { code } of PROVINCES) {
      const asked = ids({}, code);
      expect(asked.every((id) => AFTER_TASKS.includes(id))).toBe(true);
      expect(asked.includes("copyright-line"), code).toBe(code === "320000");
    }
  });

  it("names its source", () => {
    expect(tasks({}, "440000").map(({ source }) => source)).toEqual(["H: 各省要求/广东", "T21: 公安备案"]);
    for (const task of tasks({}, "320000")) expect(task.source).not.toBe("");
  });
});

describe("the public-security filing", () => {
  test.each([
    ["2026-11-02T00:00:00", "2026-12-02"],
    ["2026-11-02T23:59:59", "2026-12-02"],
    ["2026-11-03T00:00:00", "2026-12-03"],
    ["2028-01-31T12:00:00", "2028-03-01"],
  ])("of what was approved at %s in China is due on %s", (approved, due) => {
    expect(police({ filedAt: at(approved) }, at(approved))).toMatchObject({ due, late: false });
  });

  it("is in time for the whole of its last day there, and late from the next", () => {
    expect(police({}, at("2026-12-02T23:59:59.999"))?.late).toBe(false);
    expect(police({}, at("2026-12-03T00:00:00"))?.late).toBe(true);
  });

  test.each([
    [1, "2026-11-03"],
    [365, "2027-11-02"],
  ])("has as many days as the provider says: %i", (days, due) =>
    expect(police({}, NOW, days)?.due).toBe(due),
  );

  it("is not asked of what was open elsewhere before", () =>
    expect(police({ accessFiledAt: NOW }, NOW)).toBeUndefined());
});
