import { describe, expect, it, test } from "vitest";
import { loadMessages } from "@/lib/messages/load";
import { LOCALES } from "@/lib/messages/locales";
import { says } from "../testing/look";
import { BOOK, findingsOf, ruleById } from ".";
import { CASES } from "./cases";

describe("each rule", () => {
  test.each(CASES)("%s: %s", (rule, _what, ctx, said) => expect(says(rule, ctx)).toEqual(said));

  it.each([
    ["speaks", (said: readonly string[]) => said.length > 0],
    ["is silent", (said: readonly string[]) => said.length === 0],
  ] as const)("has a case in which it %s", (_, wanted) => {
    const seen = new Set(CASES.filter(([, , , said]) => wanted(said)).map(([rule]) => rule));
    expect(BOOK.map((rule) => rule.id).filter((id) => !seen.has(id))).toEqual([]);
  });
});

describe("each sentence", () => {
  test.each(LOCALES)("exists in %s", (locale) => {
    const catalogue: unknown = loadMessages(locale).rules;
    const at = (id: string) =>
      id
        .split(".")
        .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], catalogue);
    const spoken = CASES.flatMap(([id, , ctx]) => {
      const rule = ruleById(id);
      // Notes of provinces have their sentences below `provinces.note`, each tested there.
      return rule && id !== "province.note"
        ? findingsOf(rule, ctx).map((finding) => `${id}.${finding.message}`)
        : [];
    });
    const keys = new Set([...spoken, ...BOOK.map((rule) => `${rule.id}.title`)]);
    expect([...keys].filter((key) => typeof at(key) !== "string")).toEqual([]);
  });
});
