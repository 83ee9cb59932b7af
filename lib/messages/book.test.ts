import { describe, expect, test } from "vitest";
import {
  ACCESS_METHODS,
  CERT_TYPES,
  GAME_KINDS,
  LANGUAGES,
  NATURES,
  PLATFORMS,
  PRE_APPROVALS,
  SERVICE_CONTENTS,
} from "@/lib/filing/application/codes";
import { outlineOf } from "@/lib/filing/application/outline";
import { PROVINCES, REJECTIONS } from "@/lib/filing/policy";
import { CANCEL_REASONS } from "@/lib/filing/registry/cancel-reasons";
import { BOOK, requiredMaterials } from "@/lib/filing/rules";
import { MATERIAL_CODES } from "@/lib/filing/rules/material-types";
import { TOPICS } from "@/lib/filing/rules/types";
import {
  contextOf,
  secondLead,
  validEnterprise,
  validPerson,
  validWebsite,
} from "@/lib/filing/testing/fixtures";
import { loadMessages } from "./load";
import { LOCALES } from "./locales";

const CODES = {
  nature: NATURES,
  cert: CERT_TYPES,
  content: SERVICE_CONTENTS,
  language: LANGUAGES,
  preApproval: PRE_APPROVALS,
  accessMethod: ACCESS_METHODS,
  platform: PLATFORMS,
  game: GAME_KINDS,
  topic: TOPICS,
};

/** Closed lists of ids have their words, all of them, and no others. */
describe.each(LOCALES)("%s", (locale) => {
  const messages = loadMessages(locale);
  const under = (...path: readonly string[]): Record<string, unknown> =>
    path.reduce<Record<string, unknown>>(
      (node, key) => (node[key] ?? {}) as Record<string, unknown>,
      messages,
    );

  test.each(Object.entries(CODES))("codes.%s", (table, list) =>
    expect(Object.keys(under("codes", table)).sort()).toEqual(list.map(String).sort()),
  );

  test("materials", () => {
    for (const code of MATERIAL_CODES)
      expect(Object.keys(under("materials", code)), code).toEqual(["name", "hint"]);
    expect(Object.keys(under("materials")).filter((key) => key !== "reason")).toHaveLength(
      MATERIAL_CODES.length,
    );
  });

  test("reasons for materials", () => {
    const reasons = PROVINCES.flatMap(({ code: province }) =>
      [validEnterprise(), validPerson()].flatMap((app) => {
        const site = {
          ...validWebsite({ lead: "ppl_lead02" }),
          preApprovals: [{ id: "pre_0001", type: 5 as const }],
        };
        const people = [...app.people, secondLead({ idNo: "110101201005010014" })];
        const entity = { ...app.entity, province, businessScope: "网络文化", legalRep: "ppl_lead02" };
        const services = Array.from({ length: 40 }, (_, i) => ({ ...site, id: `svc_many${i}` }));
        return requiredMaterials(contextOf({ ...app, entity, people, services })).map((slot) => slot.reason);
      }),
    );
    const known = under("materials", "reason");
    expect([...new Set(reasons)].filter((reason) => typeof known[reason] !== "string")).toEqual([]);
  });

  test("reasons of cancellations", () => {
    expect(Object.keys(under("cancelReasons")).sort()).toEqual([...CANCEL_REASONS].sort());
    for (const code of CANCEL_REASONS)
      expect(Object.keys(under("cancelReasons", code))).toEqual(["name", "remedy"]);
  });

  test("rejections", () => {
    expect(Object.keys(under("rejections")).sort()).toEqual(REJECTIONS.map((reason) => reason.code).sort());
    for (const { code } of REJECTIONS)
      expect(Object.keys(under("rejections", code))).toEqual(["name", "suggestion"]);
  });

  test("rules", () => {
    const ids = Object.entries(under("rules")).flatMap(([topic, rules]) =>
      Object.keys(rules as object).map((name) => `${topic}.${name}`),
    );
    expect(ids.sort()).toEqual([...BOOK.map((rule) => rule.id), "facts.missing"].sort());
  });

  test("fields of the outline", () => {
    const keys = [validEnterprise(), validPerson()].flatMap((app) =>
      outlineOf(app).flatMap((group) => group.fields.map((field) => field.key)),
    );
    for (const key of keys)
      expect(Object.keys(under("fields", ...key.split("."))), key).toEqual(["label", "hint"]);
  });
});
