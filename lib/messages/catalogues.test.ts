import { describe, expect, it, test } from "vitest";
import { loadMessages, type Messages } from "./load";
import { LOCALES } from "./locales";
import { translator } from "./translator";

function flatten(messages: Messages, prefix = ""): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === "string") all.set(prefix + key, value);
    else for (const [id, text] of flatten(value, `${prefix}${key}.`)) all.set(id, text);
  }
  return all;
}

/** The names a sentence asks for. Braces alternate: argument, branch of an argument, argument in that branch, … */
function params(text: string): string[] {
  const names = new Set<string>();
  let depth = 0;
  for (const [index, char] of [...text].entries()) {
    if (char === "}") depth -= 1;
    if (char !== "{") continue;
    depth += 1;
    if (depth % 2 === 1) names.add(/^\{\s*(\w+)/.exec([...text].slice(index).join(""))?.[1] ?? "");
  }
  return [...names].sort();
}

const zh = flatten(loadMessages("zh-CN"));
const en = flatten(loadMessages("en"));

test("the check sees parameters, and not the words of plurals", () => {
  expect(params("{count, plural, =0 {nothing} one {# thing} other {# things}} of {name}")).toEqual([
    "count",
    "name",
  ]);
  expect(params("{by, select, you {You, elsewhere,} other {A member of {unit}}} saved")).toEqual([
    "by",
    "unit",
  ]);
});

test("both languages have the same messages", () => {
  expect([...en.keys()].filter((id) => !zh.has(id))).toEqual([]);
  expect([...zh.keys()].filter((id) => !en.has(id))).toEqual([]);
});

test("a message takes the same parameters in both languages", () => {
  expect(
    [...zh]
      .filter(([id, text]) => String(params(text)) !== String(params(en.get(id) ?? "")))
      .map(([id]) => id),
  ).toEqual([]);
});

describe.each(LOCALES)("%s", (locale) => {
  const messages = flatten(loadMessages(locale));

  it("has no empty message, and none with blanks at its ends but what is joined on purpose", () => {
    // Joined to what stands before or after them; the only side of a document has no name.
    const joined = new Set([
      "form.optional",
      "form.errorPrefix",
      "review.bench.side.SINGLE",
      "orders.tasks.comma",
      "orders.tasks.join",
      "orders.actions.comma",
      "orders.phones.comma",
      "sections.conflict.comma",
      "change.start.comma",
      "change.panel.comma",
    ]);
    expect(
      [...messages].filter(([id, text]) => (text === "" || text !== text.trim()) && !joined.has(id)),
    ).toEqual([]);
  });

  it("has only messages that can be written out", () => {
    const translate = translator(locale);
    const broken = [...messages].filter(([id, text]) => {
      if (/<\w+>/.test(text)) return false;
      const values = Object.fromEntries(params(text).map((name) => [name, 2]));
      return translate(id, values) === id;
    });
    expect(broken).toEqual([]);
  });
});

test("an unknown id is seen", () => {
  expect(translator("en").has("common.nothing")).toBe(false);
  expect(translator("en").has("common.save")).toBe(true);
});
