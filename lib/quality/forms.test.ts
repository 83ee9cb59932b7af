import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const FORM = "components/form/form.tsx";

/** `<form …>` tags of a source that a script sends; those with an `action` work without one. */
const sentByScript = (source: string): number =>
  [...source.matchAll(/<form\b[\s\S]*?>/g)].filter(([tag]) => !/\baction=/.test(tag)).length;

test("every form that a script sends is ours, which hears what is done before that script runs", () => {
  const files = globSync("{app,components}/**/*.tsx").map((path) => path.replaceAll("\\", "/"));
  expect(sentByScript(readFileSync(FORM, "utf8"))).toBe(1);
  expect(sentByScript("<form onSubmit={send}>")).toBe(1);
  expect(sentByScript('<form action="/review/queue">')).toBe(0);
  expect(files.filter((path) => path !== FORM && sentByScript(readFileSync(path, "utf8")) > 0)).toEqual([]);
});
