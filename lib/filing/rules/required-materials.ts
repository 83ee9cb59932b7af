import { personById } from "../application/access";
import { birthDayOf, provinceOfResidentId } from "../application/identifiers/resident-id";
import { materialKind } from "../policy/materials";
import type { Source } from "../policy/types";
import { ageOn } from "../shared/dates";
import type { Params } from "../shared/refusal";
import { PRE_APPROVAL_RULES } from "./book/pre-approval";
import { type Case, caseOf } from "./case";
import { lettersNeeded } from "./letters";
import type { MaterialCode, RequiredMaterial } from "./material-types";
import { sameName } from "./parts";
import type { RuleContext } from "./types";

/** The rule that reports an empty slot. */
export const MATERIALS_RULE = "materials.missing";
const JIANGSU = "320000";

type Ask = Omit<RequiredMaterial, "sides" | "dated" | "rule">;
interface Extra {
  readonly source: Source;
  readonly optional?: boolean;
  readonly alternatives?: readonly MaterialCode[];
  readonly params?: Params;
}

const ask = (code: MaterialCode, subject: string, reason: string, extra: Extra): Ask => ({
  code,
  subject,
  reason,
  optional: false,
  alternatives: [],
  params: {},
  ...extra,
});
const ofPerson = (id: string) => `people[${id}]`;
const ofService = (id: string) => `services[${id}]`;
const ENTITY = "entity";

/** Certificates and identity documents; one person in several roles shows the document once. */
function identity(ctx: Case): readonly Ask[] {
  const { application } = ctx;
  const source = "T21: 备案材料清单";
  if (ctx.isPerson) return [ask("PERSON_ID", ENTITY, "person-id", { source })];
  if (!ctx.isUnit) return [];
  const entityLead = ctx.entityLead;
  const legalRep = personById(application, application.entity.legalRep);
  const others = ctx.leads.filter((person) => person.id !== entityLead?.id);
  const out = [ask("ORG_CERT", ENTITY, "unit-certificate", { source: "S4: 材料上传" })];
  if (entityLead) out.push(ask("ENTITY_LEAD_ID", ofPerson(entityLead.id), "entity-lead-id", { source }));
  for (const person of others)
    out.push(ask("SERVICE_LEAD_ID", ofPerson(person.id), "service-lead-id", { source }));
  if (legalRep && entityLead && legalRep.id !== entityLead.id && !others.includes(legalRep))
    out.push(
      ask("LEGAL_REP_ID", ofPerson(legalRep.id), "legal-rep-id", { source: "T21: 上海", optional: true }),
    );
  return out;
}

/** The service leads' live check: an upload until the recorder exists, so it does not block. */
function video(ctx: Case): readonly Ask[] {
  const leads = new Set(ctx.application.services.map((service) => service.lead));
  return ctx.application.people
    .filter((person) => leads.has(person.id))
    .map((person) =>
      ask("VIDEO_CHECK", ofPerson(person.id), "video", { source: "S4: 视频核验", optional: true }),
    );
}

function letters(ctx: Case): readonly Ask[] {
  const province = ctx.province;
  if (!province) return [];
  return lettersNeeded(ctx.application, province)
    .filter((need) => personById(ctx.application, need.personId))
    .map((need) =>
      ask(need.code, ofPerson(need.personId), need.reason, {
        source: "S4: 负责人授权书模板错误; 服务负责人",
        alternatives: need.alternatives,
        params: { province: province.code },
      }),
    );
}

function ofProvince(ctx: Case): readonly Ask[] {
  const { application } = ctx;
  const province = ctx.province;
  if (!province) return [];
  const params = { province: province.code };
  const { advice } = province;
  const who = ctx.side;
  const out: Ask[] = [];
  const { certType, certNo } = application.entity;
  const away = certType === 2 && !!certNo && provinceOfResidentId(certNo) !== province.code;
  if (ctx.isPerson && away && ["RESIDENCE_PROOF", "LOCAL_ID_OR_LEASE"].includes(province.nonLocalId))
    out.push(
      ask("RESIDENCE_PROOF", ENTITY, "residence", { source: "S4: 常见驳回原因; T21: 备案材料清单", params }),
    );
  if (advice.commitment)
    out.push(ask("COMMITMENT", ENTITY, `commitment-${who}`, { source: "T+: 备案材料模板下载", params }));
  if (province.code === JIANGSU) {
    const source = "S4: 材料上传";
    out.push(
      ask("JS_NOTICE", ENTITY, "jiangsu", { source }),
      ask("JS_COMMITMENT", ENTITY, "jiangsu", { source }),
    );
    // Recorded in the page once there is a recorder.
    out.push(ask("JS_VIDEO", ENTITY, "jiangsu-video", { source, optional: true }));
  }
  const count = application.services.length;
  const plan = advice.sitePlanAbove[who];
  if (plan !== null && count > plan)
    out.push(
      ask("SITE_PLAN", ENTITY, "site-plan", {
        source: "S4: 备案网站个数超出一定数量",
        params: { ...params, limit: plan },
      }),
    );
  const statement = advice.multiDomainStatementAbove[who];
  if (statement !== null && count > statement)
    out.push(
      ask("MULTI_DOMAIN_STATEMENT", ENTITY, "multi-domain", {
        source: `T21: ${province.name}`,
        optional: true,
        params: { ...params, limit: statement },
      }),
    );
  if (advice.partyLetter)
    out.push(
      ask("PARTY_LETTER", ENTITY, "party-letter", {
        source: `T21: ${province.name}`,
        optional: true,
        params,
      }),
    );
  return out;
}

function minors(ctx: Case): readonly Ask[] {
  const below = ctx.province?.advice.minorProofBelow[ctx.side] ?? null;
  if (below === null) return [];
  return ctx.leads
    .filter(({ idType, idNo }) => {
      const birth = idType === 2 && idNo ? birthDayOf(idNo) : null;
      return birth !== null && ageOn(birth, ctx.today) < below;
    })
    .map((person) =>
      ask("GUARDIAN_DOC", ofPerson(person.id), "guardian", {
        source: "T21: 各省管局要求",
        optional: true,
        params: { age: below },
      }),
    );
}

function domains(ctx: Case): readonly Ask[] {
  const { application } = ctx;
  const province = ctx.province;
  const certificate = province?.advice.domainCertificate[ctx.side] ?? false;
  const legalRep = personById(application, application.entity.legalRep)?.name;
  return ctx.websites.flatMap((site): Ask[] => {
    const part = ctx.siteDomains.find(({ service }) => service === site);
    const [domain, fact] = [part?.key, part?.fact];
    const out: Ask[] = [];
    const params = { domain: domain ?? "", province: province?.code ?? "" };
    if (fact?.registered && !fact.registeredHere)
      out.push(
        ask("DOMAIN_REALNAME_SHOT", ofService(site.id), "domain-elsewhere", {
          source: "T21: 备案材料清单",
          params,
        }),
      );
    if (certificate && domain !== undefined)
      out.push(
        ask("DOMAIN_CERT", ofService(site.id), "domain-certificate", { source: "T+: 备案材料清单", params }),
      );
    if (ctx.isUnit && fact?.ownerName && legalRep && sameName(fact.ownerName, legalRep))
      out.push(
        ask("DOMAIN_HOLDER_PROOF", ofService(site.id), "holder-proof", {
          source: "T21: 备案域名",
          optional: true,
          params,
        }),
      );
    return out;
  });
}

function permits(ctx: Case): readonly Ask[] {
  const keywords = PRE_APPROVAL_RULES.find((rule) => rule.id === "pre-approval.keywords")?.check(ctx) ?? [];
  const refused = ctx.province?.advice.noNotInvolvedPromise ?? false;
  return ctx.application.services.flatMap((service): Ask[] => {
    const out: Ask[] = [];
    const path = `services[${service.id}].preApprovals`;
    if ((service.preApprovals?.length ?? 0) > 0)
      out.push(ask("PREAPPROVAL_FILE", ofService(service.id), "preapproval", { source: "S4: 前置审批" }));
    if (!refused && ctx.isUnit && keywords.some((verdict) => verdict.path === path))
      out.push(
        ask("PREAPPROVAL_NOT_INVOLVED", ofService(service.id), "not-involved", {
          source: "S4: 常见驳回原因",
          optional: true,
        }),
      );
    if (service.kind === "APP")
      out.push(ask("APP_ICON", ofService(service.id), "app-icon", { source: "S4: APP 备案常见问题" }));
    return out;
  });
}

const ASKERS = [identity, video, letters, ofProvince, minors, domains, permits] as const;

/** Every slot this order asks for, with the reason; optional ones never block (DF §8). Cancellations ask nothing here. */
export const requiredMaterials = (ctx: RuleContext): readonly RequiredMaterial[] =>
  ctx.orderType.startsWith("CANCEL") ? [] : caseOf(ctx).once(slotsOf);

function slotsOf(ctx: Case): readonly RequiredMaterial[] {
  const asked = ASKERS.flatMap((asker) => asker(ctx));
  const spare = ask("OTHER", ENTITY, "other", { source: "S4: 材料上传", optional: true });
  return [...asked, spare].map((slot) => {
    const { sides, dated } = materialKind(slot.code);
    return { ...slot, sides, dated, rule: MATERIALS_RULE };
  });
}
