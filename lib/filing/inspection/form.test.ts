import { expect, test } from "vitest";
import { openInspectionSchema } from "./form";

const said = (letterUntil: string | null, letterNumber: string | null) => {
  const parsed = openInspectionSchema.safeParse({
    ...{ entityId: "01900000-0000-7000-8000-000000000000", failure: "ORGANIZER_NAME", serviceId: null },
    ...{ domain: null, found: "x", letterUntil, letterNumber },
  });
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
};

test.each([
  ["no letter", null, null, []],
  ["a letter", "2026-12-01", "函1号", []],
  ["a letter without its number", "2026-12-01", null, ["letterNumber inspection.letter-number"]],
  ["a letter of a blank number", "2026-12-01", "  ", ["letterNumber inspection.letter-number"]],
  ["a letter without its day", null, "函1号", ["letterUntil inspection.until"]],
  ["a number of 60 characters", "2026-12-01", "1".repeat(60), []],
  ["a number of 61 characters", "2026-12-01", "1".repeat(61), ["letterNumber inspection.letter-long"]],
])("%s", (_what, until, number, problems) => {
  expect(said(until, number)).toEqual(problems);
});
