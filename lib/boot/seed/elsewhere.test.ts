import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { gateway } from "@/lib/authority";
import { queryPublic } from "@/lib/authority/sandbox/usecases/query-public";
import { parseFilingNumber } from "@/lib/filing/application/identifiers/filing-number";
import { previewOrder } from "@/lib/usecases/orders/preview-order";
import { newWorld, type World } from "@/lib/usecases/testing";
import { seedFiledElsewhere } from "./elsewhere";
import { BOUGHT_DOMAIN, FILED_ELSEWHERE, MISMATCHED_DOMAIN } from "./elsewhere-data";

let world: World;
beforeEach(async () => {
  world = await newWorld();
  await seedFiledElsewhere();
});
afterEach(() => world.dispose());

describe("filings made elsewhere", () => {
  it.each(FILED_ELSEWHERE)(
    "$number is found by certificate, number and domain, and not here",
    async (filed) => {
      const { number, certNo, services } = filed;
      expect(parseFilingNumber(number)).not.toBeNull();
      const domains = services.flatMap((service) => service.domains);
      const { entity, domains: found } = await gateway().lookUp({ certNo, domains });
      // Of two records of one certificate the newer one is the organiser's.
      const newest = FILED_ELSEWHERE.find((one) => one.certNo === certNo);
      expect(entity).toMatchObject({ filed: true, number: newest?.number, inFlight: false });
      expect(entity?.shell).toBe(newest?.services.length === 0);
      for (const domain of domains) expect(found[domain]).toMatchObject({ filed: "same-entity", number });
      const numbers = services.map(({ suffix }) => `${number}${suffix}`);
      expect((await gateway().query({ number })).map((record) => record.serviceNumber)).toEqual(numbers);
      for (const [index, one] of numbers.entries()) {
        const [domain = ""] = services[index]?.domains ?? [];
        expect((await gateway().query({ number: one })).map((record) => record.serviceName)).toEqual([
          services[index]?.name,
        ]);
        const said = await queryPublic({ by: "domain", text: domain });
        expect(said.ok && said.value.map((record) => record.serviceNumber)).toContain(one);
      }
      expect(await read().select().from(t.entities)).toEqual([]);
    },
  );

  const ask = async (id: string, domain: string) => {
    const { account } = world.seedOf(id);
    const answer = await previewOrder(await world.actor(id), {
      ...{ nature: 4, certType: 1, certNo: account.idNo },
      ...{ province: account.province, domain },
    });
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  };
  it.each([
    ["elsewhere-unit", "xianglu-new.cn", { kind: "type", type: "NEW_SERVICE_FOREIGN" }],
    ["elsewhere-shell", "quancheng-sample.cn", { kind: "blocked", block: "SHELL_ENTITY" }],
    ["fresh-unit", BOUGHT_DOMAIN, { kind: "blocked", block: "DOMAIN_ALREADY_FILED" }],
    ["elsewhere-unit", MISMATCHED_DOMAIN, { kind: "blocked", block: "NUMBER_MISMATCH" }],
    ["fresh-unit", "nobody-yangli.cn", { kind: "type", type: "FIRST_FILING" }],
  ])("lead %s with %s to what DF §2.1 says", async (id, domain, expected) => {
    expect(await ask(id, domain)).toMatchObject(expected);
  });

  it("a service filed elsewhere asks for access, and a stranger's certificate does not claim it", async () => {
    const answer = await ask("elsewhere-unit", "xianglu-books.com");
    expect(JSON.stringify(answer)).toContain("ACCESS_FILING");
    // Both numbers stand in the public query; the domain's says which province is to be asked.
    expect(await ask("fresh-unit", "xianglu-books.com")).toMatchObject({
      ...{
        block: "DOMAIN_ALREADY_FILED",
        found: { certificate: null, domain: expect.stringMatching(/ICP备/) },
      },
      province: world.seedOf("elsewhere-unit").account.province,
    });
  });
});

it("what only providers see is told of the organiser's own account, and of records nobody kept it for not at all", async () => {
  const [own, , , other] = FILED_ELSEWHERE;
  const ask = (certNo = "", contents = true) => gateway().lookUp({ certNo, contents });
  const { contents } = await ask(own?.certNo);
  expect(contents).toMatchObject({
    ...{ name: own?.name, certNo: own?.certNo, entityLead: { name: "谭湘麓", phone: "13900010121" } },
    services: [{ lead: { name: "易书漫" } }, { lead: { name: "谭湘麓" } }, { kind: "APP" }],
  });
  expect((await ask(own?.certNo, false)).contents).toBeNull();
  expect((await ask(other?.certNo)).contents).toMatchObject({
    ...{ name: other?.name, certNo: null, entityLead: null },
    services: [{ lead: null }, { lead: null }],
  });
  expect((await ask("91110000MA01NOBODY")).contents).toBeNull();
});
