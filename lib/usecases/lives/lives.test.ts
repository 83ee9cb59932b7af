import fc from "fast-check";
import { afterEach, expect, it } from "vitest";
import { verifyAuditChain } from "@/lib/audit";
import { seedFiledElsewhere } from "@/lib/boot/seed/elsewhere";
import { FILED_ELSEWHERE } from "@/lib/boot/seed/elsewhere-data";
import { PROVINCES_BY_CODE } from "@/lib/filing/policy";
import { setPolicy } from "../accounts/testing";
import { verifyRealName } from "../accounts/verify-real-name";
import { newWorld, type World } from "../testing";
import { pictures } from "./testing-compare";
import { Lives, type Step } from "./testing-lives";
import { PERSONAS, People } from "./testing-people";
import { PLACES, Reference, type Who } from "./testing-reference";

/**
 * Random lives of three accounts through the real use cases, on a real file and with the sandbox authority; two of them
 * are one organiser's, the third brings a filing made elsewhere. After every wish the product must have answered as a
 * list of facts would, and show the same at every door. `LIVES=200 LIVES_SEED=7` runs more, and others (CONTRIBUTING).
 */
const RUNS = Number(process.env.LIVES ?? 3);
const SEED = Number(process.env.LIVES_SEED ?? 20_261_129);
/** The path fast-check prints of a life that went wrong: that one alone. */
const PATH = process.env.LIVES_PATH;
const WISHES = 40;

const both = fc.constantFrom<Who>("A", "B");
const all = fc.constantFrom<Who>("A", "A", "B", "B", "C");
const n = fc.nat({ max: 1000 });
const wish = fc.oneof(
  { weight: 30, arbitrary: fc.record({ do: fc.constant("on" as const), who: all }) },
  { weight: 9, arbitrary: fc.record({ do: fc.constant("file" as const), who: both, n, kind: n }) },
  {
    weight: 10,
    arbitrary: fc.record({ do: fc.constantFrom("change" as const, "cancel" as const), who: all, n, kind: n }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom("quit" as const, "back" as const, "reject" as const),
      who: all,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom("lend" as const, "lend" as const, "unlend" as const),
      who: all,
      n,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom("move" as const, "move" as const, "strike" as const), n }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("lapse" as const) }) },
) satisfies fc.Arbitrary<Step>;

let world: World | undefined;
afterEach(() => world?.dispose());

async function begun() {
  world?.dispose();
  world = await newWorld();
  await seedFiledElsewhere();
  await setPolicy("resourceQuota.CVM.own", PLACES.own);
  await setPolicy("resourceQuota.CVM.codes", PLACES.codes);
  const people = await People.of(world);
  const { realName: name, idNo } = people.organiser("C");
  await people.must(verifyRealName(people.actors.C, { kind: "unit", name, certType: null, idNo }));
  const certs = { A: people.organiser("A").idNo, B: people.organiser("B").idNo, C: idNo };
  const province = { [certs.A]: people.organiser("A").province, [certs.B]: people.organiser("B").province };
  const ref = new Reference(certs, (cert) => PROVINCES_BY_CODE[province[cert] ?? ""]?.abbr ?? "");
  // The older of two records of one certificate comes first.
  for (const { number, certNo, services } of FILED_ELSEWHERE.filter(
    (one) => one.certNo === certs.B,
  ).reverse())
    ref.entities.push({
      ...{ number, cert: certNo, owner: null, ended: false },
      services: services.map(({ suffix, kind, name: called, domains }) => ({
        ...{ number: `${number}${suffix}`, kind, name: called, domains, ended: false },
        ...{ known: false, here: null, elsewhere: true },
      })),
    });
  const domains = {
    A: world.seedOf(PERSONAS.A).domains,
    B: ["xianglu-books.com", "xianglu-new.cn"],
    C: [],
  } satisfies Record<Who, readonly string[]>;
  return { people, ref, domains, lives: new Lives(people, ref, domains) };
}

it(
  "whatever three accounts do, everything is as a list of facts says",
  async () => {
    let done = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(wish, { minLength: WISHES, maxLength: WISHES }), async (wishes) => {
        const { people, ref, domains, lives } = await begun();
        const names = [...domains.A, ...domains.B];
        for (const step of wishes) {
          const said = await lives.take(step).catch((error: Error) => {
            throw new Error([error.stack, ...lives.told, JSON.stringify(step)].join("\n"));
          });
          if (said === null) continue;
          const story = lives.told.join("\n");
          expect(said[1], story).toBe(said[0]);
          const { expected, actual } = await pictures(people, ref, names);
          expect(actual, story).toEqual(expected);
        }
        done += lives.told.length;
        expect(await verifyAuditChain()).toMatchObject({ intact: true });
      }),
      { seed: SEED, numRuns: RUNS, endOnFailure: true, ...(PATH && { path: PATH }) },
    );
    expect(done).toBeGreaterThan(RUNS);
  },
  RUNS * 120_000,
);
