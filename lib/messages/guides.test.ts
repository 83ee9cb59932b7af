import { describe, expect, test } from "vitest";
import { ANSWERS, GONE, REASONS, USED, WARNINGS, WHERE } from "@/lib/filing/guide/cancellation";
import { COMPARED, comparison } from "@/lib/filing/guide/cancellation-table";
import { CAUSES, OBSTACLES } from "@/lib/filing/guide/obstacles";
import { SCENARIOS } from "@/lib/filing/guide/scenarios";
import { CAUSES_OF_SILENCE } from "@/lib/filing/guide/unreachable";
import { PAPERS, WAYS } from "@/lib/filing/guide/ways-out";
import { CANCELLATIONS } from "@/lib/filing/lifecycle/life";
import { PROVINCES, policyAt } from "@/lib/filing/policy";
import { offlineChannel } from "@/lib/filing/policy/offline-cancellation";
import { NOW } from "@/lib/filing/testing/fixtures";
import { loadMessages } from "./load";
import { LOCALES } from "./locales";

/** Closed lists of the guides have their words, all of them, and no others. */
describe.each(LOCALES)("%s", (locale) => {
  const messages = loadMessages(locale);
  const under = (...path: readonly string[]): Record<string, unknown> =>
    path.reduce<Record<string, unknown>>(
      (node, key) => (node[key] ?? {}) as Record<string, unknown>,
      messages,
    );
  const words = (...path: readonly string[]) => Object.keys(under(...path)).sort();
  const sorted = (list: readonly string[]) => [...list].sort();

  test.each([
    ["answer", ANSWERS],
    ["reason", REASONS],
    ["warning", WARNINGS],
    ["gone", GONE],
    ["used", USED],
    ["where", WHERE],
  ] as const)("leave.%s", (table, list) => expect(words("leave", table)).toEqual(sorted(list)));

  test("the comparison", () => {
    expect(words("leave", "compare", "row")).toEqual(sorted(COMPARED));
    for (const [row, cells] of Object.entries(comparison(policyAt(NOW))))
      for (const kind of CANCELLATIONS)
        expect(under("leave", "compare", "row", row)[cells[kind].value], `${row} ${kind}`).toEqual(
          expect.any(String),
        );
    expect(words("leave", "compare", "row", "password")).toEqual(["name", "none", "optional", "required"]);
  });

  test("obstacles, their causes, and why a way does not apply", () => {
    expect(words("waysOut", "obstacle")).toEqual(sorted(OBSTACLES));
    for (const obstacle of OBSTACLES) {
      const causes = CAUSES[obstacle];
      expect(words("waysOut", "causeText", obstacle)).toEqual(sorted(causes.map(({ id }) => id)));
      for (const { id, ways } of causes)
        expect(words("waysOut", "notFit", obstacle, id)).toEqual(
          sorted(ways.filter(([, fit]) => fit === "no").map(([way]) => way)),
        );
    }
  });

  test("why a name does not open, and what usual situations take", () => {
    expect(words("unreachable", "cause")).toEqual(sorted(CAUSES_OF_SILENCE));
    expect(words("waysOut", "scenarios", "of")).toEqual(sorted(SCENARIOS));
    for (const scenario of SCENARIOS)
      expect(words("waysOut", "scenarios", "of", scenario)).toEqual(["then", "when"]);
  });

  test("ways, step by step", () => {
    expect(words("waysOut", "way")).toEqual(sorted(Object.keys(WAYS)));
    for (const [way, { steps }] of Object.entries(WAYS))
      expect(words("waysOut", "way", way), way).toHaveLength(steps + 1);
    expect(words("waysOut", "paper")).toEqual(sorted(PAPERS));
  });

  test("channels", () => {
    const channels = PROVINCES.map(({ code }) => offlineChannel(code));
    expect(words("waysOut", "offline", "kind")).toEqual(
      sorted([...new Set(channels.map(({ kind }) => kind))]),
    );
    const notes = channels.flatMap(({ note }) => note ?? []);
    expect(words("waysOut", "channelNote")).toEqual(sorted([...new Set(notes)]));
  });
});
