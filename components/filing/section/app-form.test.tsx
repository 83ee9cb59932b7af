import { describe, expect, it, test } from "vitest";
import type { AppDraft } from "@/lib/filing/application/draft";
import { TEST_GAME_PLATFORMS } from "@/lib/filing/policy/test-games";
import { validEnterprise, validPerson } from "@/lib/filing/testing/fixtures";
import { validApp } from "@/lib/filing/testing/look";
import { loadMessages } from "@/lib/messages/load";
import { LOCALES } from "@/lib/messages/locales";
import { pickMessages } from "@/lib/messages/parts";
import { AppForm } from "./app-form";
import { messagesOfPage } from "./page-messages";
import { renderPage } from "./testing";

const page = (over: Partial<AppDraft>, base = validEnterprise) =>
  renderPage(AppForm, base({ services: [validApp(over)] }), "service:svc_app001");
const has = (markup: string, field: string) => markup.includes(`data-field="${field}"`);
const text = (markup: string) => markup.replace(/<[^>]+>/g, "");

const app = (loadMessages("zh-CN") as { sections: { app: Record<string, Record<string, string>> } }).sections
  .app;

describe("the page of an APP", () => {
  it("asks for the number of a game that can be played, and for no number of anything else", () => {
    expect(has(page({ game: "PLAYABLE" }), "gameNumber")).toBe(true);
    expect(has(page({ game: "PLAYABLE" }), "operatedByOther")).toBe(true);
    for (const game of [undefined, "NONE", "INFORMATION"] as const)
      expect(has(page({ game }), "gameNumber")).toBe(false);
  });

  it("asks a test game for no number, and says how its platform wants it called", () => {
    const markup = page({ game: "PLAYABLE", testGame: true });
    expect(has(markup, "gameNumber")).toBe(false);
    for (const { name, nameEnding, packageMark } of TEST_GAME_PLATFORMS)
      for (const word of [name, nameEnding, packageMark]) expect(text(markup)).toContain(word);
  });

  test.each(["ANDROID", "IOS", "HARMONY", "LINUX"] as const)(
    "says where the values of a package for %s are found",
    (platform) => {
      const said = text(page({ packages: [{ id: "pkg_0001", platform }] }));
      const key = platform === "LINUX" ? "OTHER" : platform;
      for (const field of ["packageName", "publicKey", "certFingerprint"])
        expect(said).toContain(app[field]?.[key]);
    },
  );

  it("has a place for every part, and none for SDKs once there are none", () => {
    const sdks = [{ id: "sdk_0001" }, { id: "sdk_0002" }];
    const domains = [{ id: "dom_0001" }, { id: "dom_0002" }];
    const markup = page({ sdks, domains, noSdk: undefined });
    for (const field of ["sdks.1.vendor", "domains.1.domain", "packages.0.publicKey"])
      expect(has(markup, field), field).toBe(true);
    expect(has(page({ sdks, noSdk: true }), "sdks.0.vendor")).toBe(false);
  });

  it("does not ask a person about permits, which persons cannot hold", () => {
    expect(has(page({ noPreApproval: undefined }, validPerson), "noPreApproval")).toBe(false);
    expect(has(page({}), "noPreApproval")).toBe(true);
  });
});

test("pages of websites carry no sentence about APPs, and the other way round", () => {
  const of = (kind: "WEBSITE" | "APP") =>
    messagesOfPage("service:svc_app001", { kind, id: "svc_app001" }, []);
  expect(of("WEBSITE").filter((name) => /^rules\.app\.|platform|sdk/.test(name))).toEqual([]);
  expect(of("APP").filter((name) => /homepage|codes\.language/.test(name))).toEqual([]);
  expect(of("APP")).toContain("rules.app.required");
  // Beside what the frame of every page carries there must be room below the limit of the end-to-end test.
  for (const locale of LOCALES)
    for (const kind of ["WEBSITE", "APP"] as const) {
      const picked = pickMessages(loadMessages(locale), of(kind));
      expect(Buffer.byteLength(JSON.stringify(picked)), `${locale} ${kind}`).toBeLessThan(30_000);
    }
});
