import { describe, expect, it } from "vitest";
import { validWebsite } from "../testing/fixtures";
import { app1 } from "../testing/look";
import { domainsOf } from "./service-domains";
import { canTakeOver, type FiledOne, meantService, takenOver } from "./take-over";

const random = (count: number) => new Uint8Array(count);
const filed = (over: Partial<FiledOne> = {}): FiledOne => ({
  ...{ number: "京ICP备2021000007号-1", kind: "WEBSITE", name: "旧站", domains: ["old.cn"], packages: [] },
  ...over,
});
const APP = filed({ number: "京ICP备2021000007号-1A", kind: "APP", domains: ["old.cn", "api.old.cn"] });

describe("the filed service somebody means", () => {
  const all = [filed(), APP];
  it.each([
    ["by its number, however written", { kind: "APP", number: "京icp备2021000007-1a" }, null],
    ["by its number", { kind: "APP", number: APP.number }, APP.number],
    ["by a domain of its kind", { kind: "WEBSITE", domain: "OLD.cn" }, filed().number],
    ["the app that shares it", { kind: "APP", domain: "old.cn" }, APP.number],
    ["not by a domain of another kind only", { kind: "WEBSITE", domain: "api.old.cn" }, null],
    ["nothing by nothing", { kind: "WEBSITE" }, null],
  ] as const)("%s", (_, by, number) => {
    expect(meantService(all, by)?.number ?? null).toBe(number);
  });

  it("is not a mini-program, which its platform files", () => {
    expect([filed(), APP, filed({ kind: "MINI_PROGRAM" })].map(canTakeOver)).toEqual([true, true, false]);
  });
});

describe("a service taken over", () => {
  it("keeps number, name and every domain; the one asked about comes first", () => {
    const site = takenOver(
      validWebsite({ domain: "b.cn" }),
      filed({ domains: ["a.cn", "b.cn", "c.cn"] }),
      random,
    );
    expect(site).toMatchObject({ serviceFilingNumber: filed().number, name: "旧站", domain: "b.cn" });
    expect(domainsOf(site)).toEqual(["b.cn", "a.cn", "c.cn"]);
  });

  it("has no further domains where there are none, and its first where another was asked about", () => {
    const site = takenOver(validWebsite({ domain: "www.old.cn" }), filed(), random);
    expect(site).not.toHaveProperty("moreDomains");
    expect(domainsOf(site)).toEqual(["old.cn"]);
  });

  it("asks for the name where the register does not tell it", () => {
    expect(takenOver(validWebsite({ name: "自填" }), filed({ name: null }), random)).toMatchObject({
      name: "自填",
    });
  });

  it("brings an app's packages where they are told; of a platform nobody knows none", () => {
    const packages = [
      { platform: "ANDROID", packageName: "com.old" },
      { platform: "PALM", packageName: "old" },
    ];
    const app = takenOver(app1, { ...APP, packages }, random);
    expect(app).toMatchObject({
      packages: [{ platform: "ANDROID", packageName: "com.old" }],
      domains: [{ domain: "old.cn" }, { domain: "api.old.cn" }],
    });
    expect(takenOver({ ...app1, packages: [] }, APP, random)).toMatchObject({ packages: [] });
  });
});
