import { expect, test } from "vitest";
import { summaryErrors } from "./form-errors";

test("a tree of errors is a list with dotted names, leaves without a sentence left out", () => {
  expect(
    summaryErrors({
      name: { type: "required", message: "Give the name" },
      site: { domain: { type: "pattern", message: "Give a domain" }, title: { type: "required" } },
      people: [undefined, { phone: { type: "custom", message: "Give a phone" } }],
    } as unknown as Parameters<typeof summaryErrors>[0]),
  ).toEqual([
    { name: "name", message: "Give the name" },
    { name: "site.domain", message: "Give a domain" },
    { name: "people.1.phone", message: "Give a phone" },
  ]);
});
