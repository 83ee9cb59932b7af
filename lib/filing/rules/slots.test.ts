import { expect, it, test } from "vitest";
import type { OrderType } from "../application/codes";
import type { AppDraft, ApplicationDraft, EntityDraft, ServiceDraft } from "../application/draft";
import { residentIdCheckDigit } from "../application/identifiers/resident-id";
import { policyAt } from "../policy";
import { SLOT_TABLE } from "../testing/df/slots";
import { onFiled } from "../testing/filed";
import {
  contextOf,
  goodDomain,
  goodFacts,
  NOW,
  secondLead,
  validEnterprise,
  validLead,
  validPerson,
  validWebsite,
} from "../testing/fixtures";
import { app1 } from "../testing/look";
import { requiredMaterials } from ".";
import type { DomainFact, FiledEntity } from "./facts";
import { MATERIAL_CODES } from "./material-types";
import type { RuleContext } from "./types";

const ORDERS: Readonly<Record<string, OrderType>> = {
  F: "FIRST_FILING",
  NL: "NEW_SERVICE_LOCAL",
  NF: "NEW_SERVICE_FOREIGN",
  AF: "ACCESS_FILING",
  AS: "ACCESS_SERVICE",
  CF: "CHANGE_FILING",
  CE: "CHANGE_ENTITY",
  CS: "CHANGE_SERVICE",
  XE: "CANCEL_ENTITY",
  XS: "CANCEL_SERVICE",
  XA: "CANCEL_ACCESS",
};
const APPS: Readonly<Record<string, Partial<AppDraft>>> = {
  "": {},
  information: { game: "INFORMATION" },
  playable: { game: "PLAYABLE" },
  operated: { game: "PLAYABLE", operatedByOther: true },
  test: { game: "PLAYABLE", testGame: true },
};
/** What is filed already, where the line says so. */
const BEFORE: Readonly<Record<string, Partial<FiledEntity>>> = {
  renamed: { name: "旧名文具有限公司" },
  person: { nature: 5, certType: 2, name: "方知远" },
};
const PROVINCES = Object.values(policyAt(NOW).provinces);

/** `key=value` and bare words of a line. */
type Special = ReadonlyMap<string, string>;

const withDigit = (seventeen: string): string => seventeen + residentIdCheckDigit(seventeen);

function servicesOf(base: readonly ServiceDraft[], special: Special): ServiceDraft[] {
  const app = special.get("app");
  if (app !== undefined) return [{ ...app1, ...APPS[app] }];
  const permit = special.get("permit");
  const domain = special.get("domain");
  const changed = base.map((service) => ({
    ...service,
    ...(permit === undefined
      ? {}
      : { noPreApproval: false, preApprovals: [{ id: "pre_0001", type: Number(permit) }] }),
    ...(domain === undefined ? {} : { domain }),
  }));
  const count = Number(special.get("sites") ?? 1);
  const more = Array.from({ length: count - 1 }, (_, i) =>
    validWebsite({ id: `svc_more${i}`, domain: `qinghe-${i}.com` }),
  );
  return [...changed, ...more] as ServiceDraft[];
}

function entityOf(base: EntityDraft, province: string, special: Special): EntityDraft {
  const [name, scope, nature] = ["name", "scope", "nature"].map((key) => special.get(key));
  return {
    ...base,
    province,
    ...(name === undefined ? {} : { name }),
    ...(scope === undefined ? {} : { businessScope: scope }),
    ...(nature === undefined ? {} : { nature: Number(nature) as EntityDraft["nature"] }),
  };
}

/** A person's own number: of another province, or of a birthday. */
function numberOf(special: Special): string {
  const place = special.get("id") ?? "11";
  return withDigit(`${place}0101${special.get("born") ?? "19900307"}001`);
}

function applicationOf(who: string, province: string, special: Special): ApplicationDraft {
  if (who === "P") {
    const own = numberOf(special);
    const base = validPerson({ people: [validLead({ idNo: own })] });
    const entity = { ...entityOf(base.entity, province, special), certNo: own };
    return { ...base, entity, services: servicesOf(base.services, special) };
  }
  const [rep, lead, service] = (special.get("roles") ?? "111").split("").map((n) => `ppl_lead0${n}`);
  const people = special.get("roles")?.includes("2") ? [validLead(), secondLead()] : [validLead()];
  const base = validEnterprise({ people });
  const entity = { ...entityOf(base.entity, province, special), legalRep: rep, entityLead: lead };
  return {
    ...base,
    entity,
    services: servicesOf(base.services, special).map((one) => ({ ...one, lead: service })),
  };
}

/** A line's situation as the book sees it. */
function situationOf(words: readonly string[]): RuleContext {
  const [order = "", place = "", who = "", ...rest] = words;
  const special = new Map(
    rest.map((word) => {
      const [key = "", value = ""] = /^\d{3}$/.test(word) ? ["roles", word] : word.split("=");
      return [key, value];
    }),
  );
  const province = PROVINCES.find(({ name }) => name === place)?.code;
  const orderType = ORDERS[order];
  if (province === undefined || orderType === undefined) throw new Error(`what is ${words.join(" ")}?`);
  const application = applicationOf(who, province, special);
  const facts = goodFacts(application);
  const domain: Partial<DomainFact> = {
    ...(special.has("elsewhere") && { registeredHere: false }),
    ...(special.has("unregistered") && { registered: false, registeredHere: false }),
    ...(special.has("owner") && { ownerName: special.get("owner") ?? null }),
  };
  const domains = { ...facts.domains };
  for (const [key, fact] of Object.entries(domains)) domains[key] = goodDomain({ ...fact, ...domain });
  const before = BEFORE[special.has("renamed") ? "renamed" : (special.get("was") ?? "")];
  const registry =
    before === undefined
      ? facts.registry
      : onFiled(orderType, { filed: { ...before, province } }).facts.registry;
  return contextOf(application, {
    orderType,
    facts: { ...facts, domains, ...(registry && { registry }) },
  });
}

const LINES = SLOT_TABLE.trim().split("\n");
const SIGNS: Readonly<Record<string, string>> = { "+": "needed", "~": "offered", "-": "not asked" };

/** How a document stands in a situation. */
function standing(code: string, ctx: RuleContext): string {
  const slots = requiredMaterials(ctx).filter((slot) => slot.code === code);
  if (slots.length === 0) return "not asked";
  return slots.every(({ optional }) => optional) ? "offered" : "needed";
}

test.each(LINES)("%s", (line) => {
  const [code = "", sign = "", ...situation] = line.split(" ");
  expect(standing(code, situationOf(situation))).toBe(SIGNS[sign]);
});

it("knows every document, with situations that ask for it and that do not; nothing is asked of who cancels here", () => {
  const codesOf = (signs: string) =>
    new Set(
      LINES.filter((line) => signs.includes(line.split(" ")[1] ?? "?")).map((line) => line.split(" ")[0]),
    );
  const onPaper = ["CANCEL_STATEMENT_P", "CANCEL_STATEMENT_U", "HANDHELD_ID"];
  expect([...codesOf("-")].sort()).toEqual([...MATERIAL_CODES].sort());
  expect([...codesOf("+~")].sort()).toEqual(MATERIAL_CODES.filter((code) => !onPaper.includes(code)).sort());
});

it("has every line once", () => expect(new Set(LINES).size).toBe(LINES.length));
