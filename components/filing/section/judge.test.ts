import { describe, expect, it } from "vitest";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import {
  readSection,
  type SectionId,
  type SectionValue,
  writeSection,
} from "@/lib/filing/application/draft-sections";
import { normalise } from "@/lib/filing/application/normalise";
import { isAbout, surroundings } from "@/lib/filing/application/section-context";
import { divisionsOf } from "@/lib/filing/policy/divisions";
import { checkApplication } from "@/lib/filing/rules";
import { CASES } from "@/lib/filing/rules/cases";
import { isLive, liveRules } from "@/lib/filing/rules/page-rules";
import type { Finding, RuleContext } from "@/lib/filing/rules/types";
import { saveOf } from "./codec";
import { judgeLocally, notLive } from "./judge";
import { retold } from "./retold";

/** The document as a save of its people would leave it: what every page is given. */
function saved(app: ApplicationDraft): ApplicationDraft {
  const people = readSection(app, "people");
  const written = people && writeSection(app, saveOf("people", 1, people));
  if (written === undefined) throw new Error("people can always be written");
  return normalise(written);
}

const said = (findings: readonly Finding[]) =>
  findings.map(({ rule, message, path, level }) => `${rule} ${message} ${path} ${level}`).sort();

/** What the browser says of one page of this document, given no more than the page was sent. */
function inBrowser(ctx: RuleContext, section: SectionId, value: SectionValue) {
  const { application, orderType, at, policy, divisions = divisionsOf } = ctx;
  const around = surroundings(application, section);
  return judgeLocally(liveRules(section), { section, around, orderType, at, policy, divisions }, value);
}

describe("browser and server", () => {
  it("say the same of every page, in every row of the rules' tables", () => {
    let spoken = 0;
    for (const [id, what, table] of CASES) {
      const ctx = { ...table, application: saved(table.application) };
      const { application } = ctx;
      const sections: SectionId[] = [
        "entity",
        "people",
        ...application.services.map((s) => `service:${s.id}` as const),
      ];
      const findings = checkApplication(ctx);
      for (const section of sections.slice(0, 4)) {
        const value = readSection(application, section);
        if (value === undefined) throw new Error(section);
        const server = findings.filter(({ rule, path }) => isAbout(section, path) && isLive(section, rule));
        const browser = inBrowser(ctx, section, value);
        spoken += browser.length;
        expect(said(browser), `${id}, ${what}: ${section}`).toEqual(said(server));
      }
    }
    expect(spoken).toBeGreaterThan(100);
  });
});

const finding = (rule: string, text = rule) => ({
  rule,
  text,
  level: "error" as const,
  path: "entity.name",
  message: "message",
  params: {},
});

it("the browser leaves to the server what it cannot judge", () => {
  const both = [finding("entity.required"), finding("account.name-mismatch"), finding("facts.missing")];
  expect(notLive(liveRules("entity"), both).map(({ rule }) => rule)).toEqual([
    "account.name-mismatch",
    "facts.missing",
  ]);
});

it("what was said is said again as the page now says it; what no longer stands is not", () => {
  const held = [finding("a.b", "旧"), finding("c.d", "旧")];
  expect(retold(held, [finding("a.b", "new"), finding("e.f", "new")])).toEqual([finding("a.b", "new")]);
});
