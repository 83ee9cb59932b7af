import type { FieldValues } from "react-hook-form";
import { expect, test } from "vitest";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { placeOf, readSection, type SectionId, serviceIdOf } from "@/lib/filing/application/draft-sections";
import { findingsOf, ruleById } from "@/lib/filing/rules";
import { CASES } from "@/lib/filing/rules/cases";
import type { RuleContext } from "@/lib/filing/rules/types";
import { appCodec } from "./app-codec";
import { AppForm } from "./app-form";
import type { Codec } from "./codec";
import { entityCodec } from "./entity-codec";
import { EntityForm } from "./entity-form";
import { filedCodec } from "./filed-codec";
import { FiledForm } from "./filed-form";
import { peopleCodec } from "./people-codec";
import { PeopleForm } from "./people-form";
import { renderPage } from "./testing";
import { websiteCodec } from "./website-codec";
import { WebsiteForm } from "./website-form";

type Forms = "entity" | "people" | "filed" | "website" | "app";
const FORM = {
  entity: EntityForm,
  people: PeopleForm,
  filed: FiledForm,
  website: WebsiteForm,
  app: AppForm,
};
/** The page of a section as the server first renders it. */
function markupOf({ application: app, orderType }: RuleContext, section: SectionId): string {
  return renderPage(FORM[formOf(app, section)], app, section, orderType);
}

function formOf(app: ApplicationDraft, section: SectionId): Forms {
  if (section === "entity" || section === "people" || section === "filed") return section;
  return app.services.find(({ id }) => id === serviceIdOf(section))?.kind === "APP" ? "app" : "website";
}

const RENDERED = new Map<string, ReadonlySet<string>>();
function fieldsOf(ctx: RuleContext, section: SectionId): ReadonlySet<string> {
  const key = `${section} ${ctx.orderType} ${JSON.stringify(ctx.application)}`;
  const known = RENDERED.get(key);
  if (known) return known;
  const names = [...markupOf(ctx, section).matchAll(/data-field="([^"]+)"/g)].map(([, name]) => name ?? "");
  const fields = new Set(names);
  RENDERED.set(key, fields);
  return fields;
}

function nameOf(app: ApplicationDraft, section: SectionId, path: string): string | undefined {
  const codecs = {
    entity: entityCodec,
    filed: filedCodec,
    people: peopleCodec(app.services.map(({ id }) => id)),
    website: websiteCodec,
    app: appCodec,
  };
  const codec = codecs[formOf(app, section)] as unknown as Codec<FieldValues>;
  const value = readSection(app, section);
  return value && codec.nameOf(codec.toForm(value), path);
}

const isForm = (app: ApplicationDraft, place: string): place is SectionId =>
  ["entity", "people", "filed"].includes(place) || app.services.some(({ id }) => `service:${id}` === place);

/** Said on top of the page: what was settled when the order began, and what the entity's page writes for a person. */
const WITHOUT_INPUT = ["entity.nature", "filedServices", "people[].idNo", "people[].idType", "people[].name"];

test("every field a rule speaks of is an input of its page, or is one of those that have none", () => {
  const away = new Set<string>();
  let met = 0;
  for (const [id, , ctx] of CASES) {
    const rule = ruleById(id);
    for (const { path, level } of rule ? findingsOf(rule, ctx) : []) {
      const app = ctx.application;
      const section = placeOf(path);
      if (level !== "error" || !isForm(app, section)) continue;
      met += 1;
      const name = nameOf(app, section, path);
      if (name === undefined || !fieldsOf(ctx, section).has(name))
        away.add(path.replace(/\[[^\]]*\]/g, "[]"));
    }
  }
  expect(met).toBeGreaterThan(100);
  expect([...away].filter((path) => !WITHOUT_INPUT.includes(path))).toEqual([]);
});
