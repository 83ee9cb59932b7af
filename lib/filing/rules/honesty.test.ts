import { describe, expect, it, test } from "vitest";
import { PROVINCES } from "../policy";
import { divisionsOf } from "../policy/divisions";
import { contextOf, validEnterprise, validPerson, validWebsite } from "../testing/fixtures";
import { app1, of } from "../testing/look";
import { BOOK, blocking, checkApplication, FACTS_MISSING, findingsOf } from ".";
import { caseOf } from "./case";
import { CASES } from "./cases";
import { FACT_KEYS, type Facts } from "./facts";
import { FactsSchema } from "./facts-schema";
import type { Rule, RuleContext } from "./types";

/** An APP and a website in one order of an enterprise. */
const mixed = () =>
  of(
    validEnterprise({
      services: [
        validWebsite(),
        {
          ...app1,
          name: "青禾手帐",
          contents: [8],
          noPreApproval: true,
          noSdk: true,
          game: "NONE",
          resource: { kind: "RESOURCE", resourceId: "ins-demo0001" },
          accessMethod: 16,
          serverLocation: "110000",
          packages: [
            {
              id: "pkg_0001",
              platform: "ANDROID",
              packageName: "com.qinghe.demo",
              publicKey: "3082010a0282010100c1f5a7d2b8e94f60",
              certFingerprint: "9e107d9d372bb6826bd81d3542a419d6",
            },
          ],
          domains: [{ id: "dom_0001", domain: "api.qinghe-two.com" }],
          remark: "整理手帐与清单的工具，数据只保存在本机，不含论坛和交易功能。",
        },
      ],
    }),
  );

/** One row of the tables a rule, one in which it speaks: orders of every type, APPs, what is filed. */
const speaking: readonly (readonly [string, RuleContext])[] = BOOK.flatMap(({ id }) => {
  const row = CASES.find(([rule, , , said]) => rule === id && said.length > 0);
  return row === undefined ? [] : [[`${id}: ${row[1]}`, row[2]] as const];
});
const everywhere: readonly (readonly [string, RuleContext])[] = PROVINCES.flatMap(({ code, name }) =>
  [validEnterprise(), validPerson(), mixed().application].map((app, i) => {
    const [[city, [district]] = ["", [""]]] = divisionsOf(code) ?? [];
    const application = { ...app, entity: { ...app.entity, province: code, city, district } };
    return [`${name} ${i}`, contextOf(application)] as const;
  }),
);

/** A copy that may be spoilt. Policy is shared: nobody writes to it. */
const copy = (ctx: RuleContext): RuleContext => ({
  ...ctx,
  application: structuredClone(ctx.application),
  facts: structuredClone(ctx.facts),
});

interface Leaf {
  readonly path: string;
  readonly holder: Record<string, unknown>;
  readonly key: string;
}
/** Every leaf of a value with its pattern path; ids are structure, not values. */
function leaves(value: unknown, path: string, out: Leaf[] = []): readonly Leaf[] {
  if (typeof value !== "object" || value === null) return out;
  for (const [key, inner] of Object.entries(value)) {
    if (key === "id" || key === "kind" || key === "schemaVersion") continue;
    const step = Array.isArray(value) ? `${path}[*]` : path === "" ? key : `${path}.${key}`;
    if (typeof inner === "object" && inner !== null) leaves(inner, step, out);
    else out.push({ path: step, holder: value as Record<string, unknown>, key });
  }
  return out;
}
const leavesOf = (ctx: RuleContext): readonly Leaf[] => [
  ...leaves(ctx.application, ""),
  ...leaves(ctx.facts, "facts"),
];

const covers = ({ reads }: Rule, path: string): boolean =>
  reads.some((read) => path === read || path.startsWith(`${read}.`) || path.startsWith(`${read}[`));
const STRANGERS = new Map<string, readonly Rule[]>();
/** Rules that say they do not look there. */
function strangersTo(path: string): readonly Rule[] {
  const known = STRANGERS.get(path) ?? BOOK.filter((rule) => !covers(rule, path));
  STRANGERS.set(path, known);
  return known;
}

/** What each rule says, as text; silence is cheap. */
const said = (rule: Rule, ctx: RuleContext): string => {
  const findings = findingsOf(rule, ctx);
  return findings.length === 0 ? "" : JSON.stringify(findings);
};

function dishonest(ctx: RuleContext, junk: readonly unknown[]): readonly string[] {
  const mine = copy(ctx);
  const start = caseOf(mine);
  const before = new Map(BOOK.map((rule) => [rule, said(rule, start)]));
  const out: string[] = [];
  for (const { path, holder, key } of leavesOf(mine)) {
    const value = holder[key];
    for (const other of junk) {
      holder[key] = other;
      const c = caseOf({ ...mine });
      for (const rule of strangersTo(path))
        if (said(rule, c) !== before.get(rule)) out.push(`${rule.id} looks at ${path}`);
    }
    holder[key] = value;
  }
  return [...new Set(out)];
}

describe("`reads` is honest: a value outside it never changes what a rule says", () => {
  test.each(everywhere)("%s", (_, ctx) => expect(dishonest(ctx, [undefined, "junk"])).toEqual([]));
  it("in every order the tables know", () => {
    const found = speaking.flatMap(([, ctx]) => dishonest(ctx, ["110101199003070011", "2020-01-01"]));
    expect([...new Set(found)]).toEqual([]);
    // Every rule for every leaf of every speaking document: half a minute on a busy machine of two cores.
  }, 120_000);
});

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
};
const frozen = <T>(value: T): T => {
  if (typeof value === "object" && value !== null) {
    for (const inner of Object.values(value)) frozen(inner);
    Object.freeze(value);
  }
  return value;
};

describe("the findings are the same", () => {
  const all = [...everywhere, ...speaking];
  it("whatever the order of keys", () => {
    for (const [what, ctx] of all) {
      const application = reversed(ctx.application) as RuleContext["application"];
      const turned = { ...ctx, application, facts: reversed(ctx.facts) as Facts };
      expect(checkApplication(turned), what).toEqual(checkApplication(ctx));
    }
  });
  it("whatever the order of the rules", () => {
    const backwards = [...BOOK].reverse();
    const halves = [...BOOK.slice(BOOK.length / 2), ...BOOK.slice(0, BOOK.length / 2)];
    for (const [what, ctx] of all)
      for (const book of [backwards, halves])
        expect(checkApplication(ctx, { book }), what).toEqual(checkApplication(ctx));
  });
  it("twice, of a document nobody may write to", () => {
    for (const [what, ctx] of all) {
      const mine = copy(ctx);
      frozen(mine.application);
      frozen(mine.facts);
      expect(checkApplication(mine), what).toEqual(checkApplication(mine));
    }
  });
});

describe("an absent fact is never a good one", () => {
  const gate = (ctx: RuleContext) => blocking(checkApplication(ctx, { unknown: "block" }));
  const without = (ctx: RuleContext, key: keyof Facts): RuleContext => {
    const { [key]: _gone, ...facts } = ctx.facts;
    return { ...ctx, facts };
  };
  const good = everywhere.filter(([, ctx]) => gate(ctx).length === 0);
  const bad = speaking.filter(([, ctx]) => gate(ctx).length > 0);

  it("has something to look at", () => {
    expect(good.length).toBeGreaterThan(5);
    expect(bad.length).toBeGreaterThan(100);
  });
  it("in what passes, blocks", () => {
    for (const [what, ctx] of good)
      for (const key of FACT_KEYS) {
        // The business register knows units only.
        const asked = key !== "business" || caseOf(ctx).isUnit;
        const rules = gate(without(ctx, key)).map(({ rule }) => rule);
        expect(rules.includes(FACTS_MISSING), `${what} ${key}`).toBe(asked);
      }
  });
  it("in what does not pass, opens nothing", () => {
    for (const [what, ctx] of bad)
      for (const key of FACT_KEYS.filter((one) => ctx.facts[one] !== undefined))
        expect(gate(without(ctx, key)), `${what} ${key}`).not.toEqual([]);
  });
  it("of one domain or one server, blocks as well", () => {
    for (const [what, ctx] of good) {
      for (const domain of Object.keys(ctx.facts.domains ?? {})) {
        const { [domain]: _gone, ...domains } = ctx.facts.domains ?? {};
        expect(gate({ ...ctx, facts: { ...ctx.facts, domains } }), `${what} ${domain}`).not.toEqual([]);
      }
      expect(gate({ ...ctx, facts: { ...ctx.facts, resources: {} } }), what).not.toEqual([]);
    }
  });

  /**
   * Members whose null lets a good order pass, one decision a line: nobody was told, and a reviewer looks, or nothing
   * hangs on it. A member that is not here blocks when its source says nothing.
   */
  const MAY_BE_UNTOLD: readonly string[] = [
    // The register answers by number; its words are compared by the reviewer.
    "business.legalRepName",
    "business.licenceIssuedOn",
    "business.name",
    "business.registeredOrUpdatedAt",
    "business.status",
    // Registrars elsewhere do not tell the owner: the screenshot is asked for, and read by the reviewer.
    "domains.*.expiresAt",
    "domains.*.filedNumber",
    "domains.*.ownerIdNo",
    "domains.*.ownerIdType",
    "domains.*.ownerName",
    // Files of slots without a date.
    "materials[*].documentDate",
    // Nothing filed, so nothing to tell.
    "registry.filed",
    "registry.recordNumber",
  ];
  it("nor is a member of which its source says nothing, but those named here", () => {
    const passes = new Set<string>();
    const stops = new Set<string>();
    for (const [, ctx] of good) {
      const mine = copy(ctx);
      for (const { path, holder, key } of leaves(mine.facts, "")) {
        const value = holder[key];
        const member = path.replace(/^(domains|resources)\..*\./, "$1.*.");
        holder[key] = null;
        if (FactsSchema.safeParse(mine.facts).success)
          (gate({ ...mine }).length === 0 ? passes : stops).add(member);
        holder[key] = value;
      }
    }
    expect([...passes].filter((member) => !stops.has(member)).sort()).toEqual(MAY_BE_UNTOLD);
  });
});
