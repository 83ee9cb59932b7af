import { describe, expect, it, test } from "vitest";
import type { AppDraft, WebsiteDraft } from "@/lib/filing/application/draft";
import { ServiceSection } from "@/lib/filing/application/section-schemas";
import { validWebsite } from "@/lib/filing/testing/fixtures";
import { validApp } from "@/lib/filing/testing/look";
import { appCodec, emptyPackage } from "./app-codec";
import { websiteCodec } from "./website-codec";

type App = Omit<AppDraft, "lead">;
const app = (over: Partial<AppDraft> = {}): App => {
  const { lead: _lead, ...value } = validApp(over);
  return value;
};
const site = (over: Partial<WebsiteDraft> = {}): Omit<WebsiteDraft, "lead"> => {
  const { lead: _lead, ...value } = validWebsite(over);
  return value;
};
const there = (value: App) => appCodec.fromForm(appCodec.toForm(value));

const PUBLISHING = {
  id: "pre_0001",
  type: 2 as const,
  permitNo: "国新出审〔2024〕1号",
  validTo: "2030-01-01",
};
const GAME = { game: "PLAYABLE", gameNumber: "ISBN 978-7-498-00001-1", operatedByOther: true } as const;
const FULL = app({
  ...GAME,
  noPreApproval: undefined,
  noSdk: undefined,
  preApprovals: [PUBLISHING],
  domains: [
    { id: "dom_0001", domain: "api.qinghe-demo.com" },
    { id: "dom_0002", domain: "cdn.img.qinghe-demo.com" },
  ],
  sdks: [{ id: "sdk_0001", functionType: "推送", vendor: "示例推送有限公司" }],
  packages: [
    { id: "pkg_0001", platform: "ANDROID", packageName: "a.b", publicKey: "30", certFingerprint: "00" },
    { id: "pkg_0002", platform: "HARMONY" },
    { id: "pkg_0003" },
  ],
  resource: { kind: "CODE", code: "AB12" },
  ips: ["203.0.113.1", "203.0.113.2"],
});
const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

describe("an APP in its form and back", () => {
  test.each<[string, App]>([
    ["with everything", FULL],
    ["with what nearly every APP has", app({ noSdk: true, noPreApproval: true, sdks: undefined })],
    ["just added", { kind: "APP", id: "svc_app001", domains: [{ id: "dom_0001" }] }],
    ["with nothing", { kind: "APP", id: "svc_app001" }],
    ["a test game", app({ game: "PLAYABLE", testGame: true })],
  ])("%s is the same, and stays within the schema", (_what, value) => {
    expect(there(value)).toEqual(plain(value));
    expect(ServiceSection.safeParse(there(value)).error).toBeUndefined();
  });

  it("keeps no number of what is no game, and none of a test game", () => {
    const form = appCodec.toForm(FULL);
    for (const game of ["", "NONE", "INFORMATION"]) {
      const value = appCodec.fromForm({ ...form, game });
      expect([value.gameNumber, value.operatedByOther, value.testGame]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
    }
    expect(appCodec.fromForm({ ...form, testGame: true }).gameNumber).toBeUndefined();
  });

  it("has no SDKs once there are none", () =>
    expect(appCodec.fromForm({ ...appCodec.toForm(FULL), noSdk: true })).toMatchObject({ noSdk: true }));

  it("takes no platform or kind of game nobody offers", () => {
    const form = { ...appCodec.toForm(app()), game: "CHESS", packages: [emptyPackage("pkg_0001", "AMIGA")] };
    expect(appCodec.fromForm(form)).toMatchObject({ packages: [{ id: "pkg_0001" }] });
    expect(appCodec.fromForm(form).game).toBeUndefined();
  });
});

describe("the input of a path", () => {
  const form = appCodec.toForm(FULL);
  test.each([
    ["name", "name"],
    ["domains", "domains"],
    ["domains[dom_0002].domain", "domains.1.domain"],
    ["domains[dom_gone].domain", "domains"],
    ["packages", "packages"],
    ["packages[pkg_0003].platform", "packages.2.platform"],
    ["packages[pkg_gone].platform", "packages"],
    ["sdks", "noSdk"],
    ["sdks[sdk_0001].vendor", "sdks.0.vendor"],
    ["game", "game"],
    ["preApprovals", "noPreApproval"],
    ["preApprovals[pre_0001].permitNo", "preApprovals.0.permitNo"],
    ["preApprovals[pre_gone].permitNo", "noPreApproval"],
    ["resource", "resource"],
    ["resource.code", "code"],
    ["ips", "ips"],
  ])("%s is %s", (field, name) => expect(appCodec.nameOf(form, `services[svc_app001].${field}`)).toBe(name));

  it("is the name where the whole service is meant, and none on other pages", () => {
    expect(appCodec.nameOf(form, "services[svc_app001]")).toBe("name");
    expect(appCodec.nameOf(form, "entity.name")).toBeUndefined();
  });

  it("is the tick once none is needed", () =>
    expect(
      appCodec.nameOf({ ...form, noPreApproval: true }, "services[svc_app001].preApprovals[pre_0001].type"),
    ).toBe("noPreApproval"));
});

test("a website is the same in its form and back", () => {
  const value = site({ remark: "介绍本单位的产品与服务，供客户查阅。", ips: ["203.0.113.1"] });
  expect(websiteCodec.fromForm(websiteCodec.toForm(value))).toEqual(plain(value));
});
