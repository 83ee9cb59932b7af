import type { AppDraft, PersonDraft, ServiceDraft } from "../../application/draft";
import { isAccess } from "../../guide/order-type";
import type { Case } from "../case";
import type { FiledLead, FiledService } from "../facts";
import { FILED_READS, filedAs, filedOf } from "../filed-services";
import {
  each,
  eachAll,
  entityPath,
  leadOf,
  NONE,
  personPath,
  ROLE_READS,
  sameName,
  servicePath,
} from "../parts";
import type { Rule, Verdict } from "../types";

/** Does what was typed differ from what is filed? Neither an empty field nor an unknown one does. */
const differs = (typed: string | number | undefined, filed: string | number | null): boolean =>
  filed !== null && typed !== undefined && typed !== "" && typed !== filed;
const otherName = (typed: string | undefined, filed: string | null): boolean =>
  filed !== null && typed !== undefined && typed !== "" && !sameName(typed, filed);

const at = (path: string): Verdict => ({ path });

function leadDiffers(person: PersonDraft, filed: FiledLead): readonly Verdict[] {
  const out: Verdict[] = [];
  if (otherName(person.name, filed.name)) out.push(at(personPath(person.id, "name")));
  if (differs(person.idType, filed.idType)) out.push(at(personPath(person.id, "idType")));
  if (differs(person.idNo, filed.idNo)) out.push(at(personPath(person.id, "idNo")));
  return out;
}

function entityDiffers(c: Case): readonly Verdict[] {
  const filed = filedOf(c);
  if (filed === null) return NONE;
  const { entity } = c.application;
  const out: Verdict[] = [];
  if (otherName(entity.name, filed.name)) out.push(at(entityPath("name")));
  if (differs(entity.nature, filed.nature)) out.push(at(entityPath("nature")));
  if (differs(entity.certType, filed.certType)) out.push(at(entityPath("certType")));
  if (c.entityLead && filed.entityLead) {
    out.push(...leadDiffers(c.entityLead, filed.entityLead));
    if (differs(c.entityLead.phone1, filed.entityLead.phone))
      out.push(at(personPath(c.entityLead.id, "phone1")));
  }
  return out;
}

function serviceDiffers(c: Case, service: ServiceDraft): readonly Verdict[] {
  const filed = filedAs(c, service);
  if (filed === undefined) return NONE;
  const out: Verdict[] = [];
  if (otherName(service.name, filed.name)) out.push(at(servicePath(service.id, "name")));
  const lead = leadOf(c, service);
  if (lead && filed.lead) out.push(...leadDiffers(lead, filed.lead));
  return out;
}

/** One finding a field, however many roles a person has. */
function onceEach(verdicts: readonly Verdict[]): readonly Verdict[] {
  if (verdicts.length < 2) return verdicts;
  const seen = new Set<string>();
  return verdicts.filter(({ path }) => !seen.has(path) && seen.add(path));
}

function appDiffers(c: Case, app: AppDraft, filed: FiledService): readonly Verdict[] {
  const out: Verdict[] = [];
  if (otherName(app.name, filed.name)) out.push(at(servicePath(app.id, "name")));
  for (const { id, platform, packageName } of app.packages ?? [])
    if (packageName && !filed.packages.some((k) => k.platform === platform && k.packageName === packageName))
      out.push(at(servicePath(app.id, `packages[${id}].packageName`)));
  for (const { service, key, path } of c.appDomains)
    if (service === app && key !== undefined && !filed.domains.includes(key)) out.push(at(path));
  return out;
}

/** Which data of an access order must equal what is filed, and where (DF §5.4, §12 #42). */
export const ACCESS_MATCH_RULES: readonly Rule[] = [
  {
    id: "access.lead-phone",
    topic: "access",
    level: "error",
    source: "S4: 接入备案填写信息与之前备案信息不符",
    reads: [...ROLE_READS, "people[*].phone1", ...FILED_READS],
    rejection: ["ACCESS_MISMATCH"],
    check: (c) =>
      isAccess(c.orderType)
        ? onceEach(
            each(c.application.services, (service) => {
              const filed = filedAs(c, service);
              const lead = leadOf(c, service);
              if (filed === undefined || lead === undefined || !lead.phone1) return undefined;
              const path = personPath(lead.id, "phone1");
              const known = filed.lead?.phone ?? null;
              if (known === null) return { path, message: "unknown", level: "warn" };
              return lead.phone1 === known ? undefined : { path };
            }),
          )
        : NONE,
  },
  {
    id: "access.must-match",
    topic: "access",
    level: "error",
    source: "S4: 接入备案填写信息与之前备案信息不符",
    reads: ["entity", "people", "services[*].name", "services[*].lead", ...FILED_READS],
    rejection: ["ACCESS_MISMATCH"],
    check: (c) => {
      if (!isAccess(c.orderType) || c.province === undefined || c.province.accessInfoMayDiffer) return NONE;
      const found = [
        ...entityDiffers(c),
        ...eachAll(c.application.services, (service) => serviceDiffers(c, service)),
      ];
      return onceEach(found);
    },
  },
  {
    id: "access.app-differs",
    topic: "access",
    level: "warn",
    source: "S4: APP 备案常见问题",
    reads: ["services[*].name", ...FILED_READS],
    rejection: ["ACCESS_MISMATCH"],
    check: (c) =>
      isAccess(c.orderType)
        ? eachAll(c.apps, (app) => {
            const filed = filedAs(c, app);
            return filed === undefined ? NONE : appDiffers(c, app, filed);
          })
        : NONE,
  },
];
