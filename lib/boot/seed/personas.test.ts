import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { freshDatabase, type TestDatabase } from "@/db/testing";
import { residentIdProblem } from "@/lib/filing/application/identifiers/resident-id";
import { usccProblem } from "@/lib/filing/application/identifiers/uscc";
import { getWorkbench } from "@/lib/usecases/review/get-workbench";
import { newWorld, SECOND_SITE, SITE } from "@/lib/usecases/testing";
import { EXTRAS } from "./extra-data";
import { KINDS } from "./kinds-data";
import { APPLICANTS, type ApplicantSeed, STAFF } from "./persona-data";
import { seedPersonas } from "./personas";

let data: TestDatabase;
beforeEach(() => {
  data = freshDatabase();
});
afterEach(() => data.dispose());

describe("personas", () => {
  it("carry numbers of the right form, each of them once", () => {
    const seeds: readonly ApplicantSeed[] = [...APPLICANTS, ...KINDS, ...EXTRAS];
    const people = seeds.flatMap(({ lead, second }) => (second ? [lead, second] : [lead]));
    for (const person of people) expect(residentIdProblem(person.idNo, "2026-11-21"), person.name).toBeNull();
    for (const { account } of seeds)
      if (account.kind === "unit") expect(usccProblem(account.idNo), account.realName).toBeNull();
    const numbers = [...people.map((p) => p.idNo), ...people.map((p) => p.phone)];
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it("are all there after seeding, with what they own", async () => {
    await seedPersonas();
    const users = await read().select({ persona: t.users.persona }).from(t.users);
    expect(users).toHaveLength(APPLICANTS.length + KINDS.length + EXTRAS.length + STAFF.length);
    expect(await read().select().from(t.accounts)).toHaveLength(
      APPLICANTS.length + KINDS.length + EXTRAS.length,
    );
    const domains = await read().select({ domain: t.sandboxDomains.domain }).from(t.sandboxDomains);
    expect(domains).toHaveLength(
      [...APPLICANTS, ...KINDS, ...EXTRAS].flatMap((seed) => [...seed.domains]).length,
    );
    expect(await read().select().from(t.userRoles)).toHaveLength(STAFF.length);
  });
});

describe("personas without a submitted order", () => {
  const PERSONAL = {
    name: "夏日读书札记",
    contents: [24],
    remark: "个人网站，记录读书心得与摘抄，不含任何单位信息。",
  } as const;

  it.each([
    ["fresh-unit", [SITE, SECOND_SITE]],
    ["fresh-person", [PERSONAL]],
    ["draft-half", [SITE, SECOND_SITE]],
    ["fresh-government", [{ ...SITE, name: "样例街道办事处" }]],
    ["fresh-institution", [{ ...SITE, name: "杭州样例图书馆" }]],
    // Away from home, told of it.
    ["fresh-away", [PERSONAL], ["province.note entity.certNo"]],
  ] as const)(
    "can file as they are, without a warning: %s",
    async (id, sites, told: readonly string[] = []) => {
      data.dispose();
      const world = await newWorld();
      try {
        const { orderId } = await world.inReview(id, ...sites);
        const bench = await getWorkbench(await world.actor("reviewer-lin"), { orderId });
        const findings = bench.ok ? bench.value.findings : [];
        expect(
          findings.filter(({ level }) => level !== "info").map(({ rule, path }) => `${rule} ${path}`),
        ).toEqual(told);
      } finally {
        world.dispose();
      }
    },
  );
});
