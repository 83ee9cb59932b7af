import { describe, expect, it } from "vitest";
import { fillTemplate, findReasons, valueFor } from "./templates";
import type { BenchTemplate } from "./types";

const reasons = [
  { code: "NAME_NOT_OK", name: "Name does not fit", suggestion: "" },
  { code: "DOC_UNCLEAR", name: "Unclear picture", suggestion: "" },
];
const template = (code: string, text: string): BenchTemplate => ({
  ...{ id: "t", version: 1, code, text, shared: false, editable: true },
});
const templates = [template("DOC_UNCLEAR", "Photograph it without glare")];

describe("the search for a reason", () => {
  it.each([
    ["", ["NAME_NOT_OK", "DOC_UNCLEAR"]],
    ["  ", ["NAME_NOT_OK", "DOC_UNCLEAR"]],
    ["name_not", ["NAME_NOT_OK"]],
    ["FIT", ["NAME_NOT_OK"]],
    ["glare", ["DOC_UNCLEAR"]],
    ["glare unclear", ["DOC_UNCLEAR"]],
    ["glare fit", []],
  ])("%j finds %j", (term, codes) =>
    expect(findReasons(reasons, templates, term).map(({ code }) => code)).toEqual(codes),
  );
});

describe("a template", () => {
  it("is filled in wherever it asks for it, and left alone elsewhere", () => {
    const item = { targetLabel: "Site · Name", value: "Blue" };
    expect(fillTemplate("{field}: {value}, {value}; {other}", item)).toBe("Site · Name: Blue, Blue; {other}");
    expect(fillTemplate("{value}", { ...item, value: "$&" })).toBe("$&");
  });

  it.each([
    ["services[svc_1].name", "Blue", "Blue"],
    ["people[ppl_1].phone1", "13800001234", "138****1234"],
    ["people[ppl_1].idNo", "110101199001010011", "1101**********0011"],
    ["people[ppl_1].email", "zhang@example.com", "zh***@example.com"],
    ["people[ppl_1].email", "", ""],
  ])("names %s as %j → %j", (path, value, shown) => expect(valueFor(path, value)).toBe(shown));
});
