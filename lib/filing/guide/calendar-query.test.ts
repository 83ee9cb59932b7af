import { expect, test } from "vitest";
import { policyAt } from "../policy";
import { readCalendarQuery } from "./calendar-query";

const NOW = Date.parse("2026-11-24T02:00:00Z");
const read = (query: Record<string, string>) => readCalendarQuery(query, policyAt(NOW), NOW);

test.each([
  [{}, ["110000", "2026-11-24", "submitted"]],
  [{ province: "320000", from: "2026-02-28", step: "authority" }, ["320000", "2026-02-28", "authority"]],
  [{ province: "constructor", from: "2026-02-30", step: "x" }, ["110000", "2026-11-24", "submitted"]],
  [{ from: "2019-12-31" }, ["110000", "2026-11-24", "submitted"]],
  [{ from: "2020-01-01" }, ["110000", "2020-01-01", "submitted"]],
  [{ from: "2099-12-31" }, ["110000", "2099-12-31", "submitted"]],
  [{ from: "2100-01-01" }, ["110000", "2026-11-24", "submitted"]],
])("%j", (query, [province, from, step]) => {
  const found = read(query as Record<string, string>);
  expect(found).toMatchObject({ province, from, step });
  expect(found.order.state).toBe(step === "authority" ? "AUTHORITY_REVIEW" : "PROVIDER_REVIEW");
});
