import { expect, it } from "vitest";
import { REJECTION_BY_CODE } from "../policy";
import { slugOfObstacle, wayOutOf } from "./obstacle-slug";
import { OBSTACLES } from "./obstacles";

it("leads from a reason nobody mends in a field to a page there is", () => {
  const pages = new Set(OBSTACLES.map((one) => `/ways-out/${slugOfObstacle(one)}`));
  const led = [...REJECTION_BY_CODE.keys()].filter((code) => wayOutOf(code) !== null);
  expect(led.toSorted()).toEqual([
    ...["ACCESS_FILING_IMPOSSIBLE", "DOMAIN_CONFLICT", "ORGANIZER_CONFLICT", "SHELL_ENTITY"],
  ]);
  expect(led.filter((code) => !pages.has(wayOutOf(code) ?? ""))).toEqual([]);
});
