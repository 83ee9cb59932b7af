import { addNaturalDays, dayOf } from "../../policy/calendar";
import { MATERIALS } from "../../policy/materials";
import { onFiled, withProvince } from "../../testing/filed";
import { allMaterials, NOW } from "../../testing/fixtures";
import { app1, facts, type LookCase, lead, many, person, two, unit } from "../../testing/look";
import type { MaterialFact } from "../facts";
import type { MaterialCode } from "../material-types";
import type { RuleContext } from "../types";

const LEAD = "people[ppl_lead01]";
const file = (code: MaterialCode, subject: string, over: Partial<MaterialFact> = {}): MaterialFact => ({
  code,
  subject,
  side: "SINGLE",
  documentDate: null,
  ...over,
});
const having = (ctx: RuleContext, materials: readonly MaterialFact[]): RuleContext => ({
  ...ctx,
  facts: { ...ctx.facts, materials },
});
/** Everything that is asked for, but this document. */
const without = (ctx: RuleContext, code: MaterialCode) =>
  having(ctx, [...allMaterials(ctx).filter((one) => one.code !== code), file("OTHER", "entity")]);
const lacks = (code: MaterialCode, subject: string) => [`${code}@materials[${code}:${subject}]`];

/** 四川: the entity lead is not the legal representative and needs the entity lead's letter. */
const sichuan = two({}, { province: "510000", legalRep: "ppl_lead02" });
const withLetter = (code: MaterialCode, documentDate: string | null) =>
  having(sichuan, [
    ...allMaterials(sichuan).filter((one) => !one.code.startsWith("LETTER")),
    file(code, LEAD, { documentDate }),
  ]);
const LETTER = `materials[LETTER_ENTITY_LEAD:${LEAD}]`;
const daysAgo = (days: number) => dayOf(addNaturalDays(NOW, -days));
const AGE = MATERIALS.get("LETTER_ENTITY_LEAD")?.maxAgeDays ?? 0;

const guangdong = person({ province: "440000" });
const jiangsu = unit({ province: "320000" });
const renamed = withProvince(
  onFiled("CHANGE_ENTITY", { register: { entityKnownHere: true }, filed: { name: "旧名有限公司" } }),
  {},
  { nameChangeLetter: true },
);
const permit = unit(
  {},
  {
    services: many(1, unit().application, { preApprovals: [{ id: "pre_0001", type: 5 }] }).application
      .services,
  },
);
const plan = (count: number) => withProvince(many(count), { sitePlanAbove: { unit: 2, person: null } });

export const MATERIALS_CASES: readonly LookCase[] = [
  ["materials.missing", "everything there", unit(), []],
  ["materials.missing", "everything there of a person", person(), []],
  [
    "materials.missing",
    "nothing",
    facts({ materials: [file("OTHER", "entity")] }),
    [...lacks("ORG_CERT", "entity"), ...lacks("ENTITY_LEAD_ID", LEAD), ...lacks("VIDEO_CHECK", LEAD)],
  ],
  ["materials.missing", "no film", without(unit(), "VIDEO_CHECK"), lacks("VIDEO_CHECK", LEAD)],
  [
    "materials.missing",
    "江苏, no promise on film",
    without(jiangsu, "JS_VIDEO"),
    lacks("JS_VIDEO", "entity"),
  ],
  [
    "materials.missing",
    "one side",
    facts({ materials: allMaterials(unit()).filter(({ side }) => side !== "BACK") }),
    lacks("ENTITY_LEAD_ID", LEAD),
  ],
  [
    "materials.missing",
    "广东, no proof of residence",
    without(guangdong, "RESIDENCE_PROOF"),
    lacks("RESIDENCE_PROOF", "entity"),
  ],
  ["materials.missing", "广东, proof of residence", guangdong, []],
  ["materials.missing", "江苏, no notice", without(jiangsu, "JS_NOTICE"), lacks("JS_NOTICE", "entity")],
  [
    "materials.missing",
    "江苏, no commitment",
    without(jiangsu, "JS_COMMITMENT"),
    lacks("JS_COMMITMENT", "entity"),
  ],
  ["materials.missing", "江苏, both", jiangsu, []],
  [
    "materials.missing",
    "renamed without proof",
    without(renamed, "NAME_CHANGE_LETTER"),
    lacks("NAME_CHANGE_LETTER", "entity"),
  ],
  ["materials.missing", "renamed with proof", renamed, []],
  ["materials.missing", "as many sites as need no plan", without(plan(2), "SITE_PLAN"), []],
  [
    "materials.missing",
    "one more without a plan",
    without(plan(3), "SITE_PLAN"),
    lacks("SITE_PLAN", "entity"),
  ],
  ["materials.missing", "one more with a plan", having(plan(3), allMaterials(plan(3))), []],
  [
    "materials.missing",
    "permit without its file",
    without(permit, "PREAPPROVAL_FILE"),
    lacks("PREAPPROVAL_FILE", "services[svc_many0]"),
  ],
  [
    "materials.missing",
    "no letter",
    without(sichuan, "LETTER_ENTITY_LEAD"),
    lacks("LETTER_ENTITY_LEAD", LEAD),
  ],
  [
    "materials.missing",
    "app without an icon",
    without(unit({}, { services: [app1] }), "APP_ICON"),
    lacks("APP_ICON", "services[svc_app001]"),
  ],
  ["materials.letter-date", "of today", withLetter("LETTER_ENTITY_LEAD", daysAgo(0)), []],
  [
    "materials.letter-date",
    "of tomorrow",
    withLetter("LETTER_ENTITY_LEAD", daysAgo(-1)),
    [`future@${LETTER}`],
  ],
  ["materials.letter-date", "as old as may be", withLetter("LETTER_ENTITY_LEAD", daysAgo(AGE)), []],
  ["materials.letter-date", "a day older", withLetter("LETTER_ENTITY_LEAD", daysAgo(AGE + 1)), [LETTER]],
  ["materials.letter-date", "no date", withLetter("LETTER_ENTITY_LEAD", null), [`no-date@${LETTER}`]],
  [
    "materials.letter-date",
    "no such day",
    withLetter("LETTER_ENTITY_LEAD", "2026-02-30"),
    [`no-date@${LETTER}`],
  ],
  ["materials.letter-date", "nobody asks for it", having(unit(), [file("LETTER_ENTITY_LEAD", LEAD)]), []],
  ["materials.letter-date", "documents without a date", facts({ materials: allMaterials(unit()) }), []],
  ["materials.letter-template", "the right one", withLetter("LETTER_ENTITY_LEAD", daysAgo(1)), []],
  [
    "materials.letter-template",
    "the service lead's for the entity lead",
    withLetter("LETTER_SERVICE_LEAD", daysAgo(1)),
    [`LETTER_ENTITY_LEAD@materials[LETTER_SERVICE_LEAD:${LEAD}]`],
  ],
  [
    "materials.letter-template",
    "another beside the right one",
    having(sichuan, [
      ...allMaterials(sichuan),
      file("LETTER_SERVICE_LEAD", LEAD, { documentDate: daysAgo(1) }),
    ]),
    [],
  ],
  [
    "materials.letter-template",
    "no letter needed",
    having(lead({}), [file("LETTER_SERVICE_LEAD", LEAD)]),
    [],
  ],
];
