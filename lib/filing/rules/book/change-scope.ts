import type { PersonDraft, ServiceDraft } from "../../application/draft";
import { changedParts } from "../../change/changed";
import { type ChangedParts, isChange } from "../../guide/order-type";
import type { Case } from "../case";
import type { FiledLead } from "../facts";
import { FILED_READS, filedAs, filedOf, filedServicesOf } from "../filed-services";
import { each, entityPath, leadOf, NONE, personPath, ROLE_READS, sameName, servicePath } from "../parts";
import type { Rule, Verdict } from "../types";

const ORDER = "order";
const RESIDENT_ID = 2;

const other = (typed: string | number | undefined, filed: string | number | null): boolean =>
  filed !== null && typed !== undefined && typed !== "" && typed !== filed;
const otherName = (typed: string | undefined, filed: string | null): boolean =>
  filed !== null && Boolean(typed) && !sameName(typed ?? "", filed);

/** First field of a lead that differs from the filed one; the register holds no more than these. */
function changedLeadField(person: PersonDraft | undefined, filed: FiledLead | null): string | undefined {
  if (person === undefined || filed === null) return undefined;
  if (otherName(person.name, filed.name)) return personPath(person.id, "name");
  if (other(person.idNo, filed.idNo)) return personPath(person.id, "idNo");
  if (other(person.phone1, filed.phone)) return personPath(person.id, "phone1");
  const validTo = person.idLongTerm === true ? "long-term" : person.idValidTo;
  return other(validTo, filed.idValidTo) ? personPath(person.id, "idValidTo") : undefined;
}

/** First entity field that differs from what is filed. */
function entityChange(c: Case): string | undefined {
  const filed = filedOf(c);
  if (filed === null) return undefined;
  const { entity } = c.application;
  if (otherName(entity.name, filed.name)) return entityPath("name");
  if (other(entity.certNo, filed.certNo)) return entityPath("certNo");
  if (other(entity.nature, filed.nature)) return entityPath("nature");
  return changedLeadField(c.entityLead, filed.entityLead);
}

/** First field of a service that differs from what is filed. */
function serviceChange(c: Case, service: ServiceDraft): string | undefined {
  const filed = filedAs(c, service);
  if (filed === undefined) return undefined;
  if (otherName(service.name, filed.name)) return servicePath(service.id, "name");
  if (filed.preApprovals !== null) {
    const known = filed.preApprovals;
    const held = service.preApprovals ?? [];
    if (held.length !== known.length || held.some(({ type }) => type !== undefined && !known.includes(type)))
      return servicePath(service.id, "preApprovals");
  }
  if (service.kind === "APP") {
    const held = service.packages ?? [];
    const same = (filedPackage: (typeof filed.packages)[number]) =>
      held.some(
        ({ platform, packageName }) =>
          platform === filedPackage.platform && packageName === filedPackage.packageName,
      );
    if (held.length !== filed.packages.length || !filed.packages.every(same))
      return servicePath(service.id, "packages");
  }
  return changedLeadField(leadOf(c, service), filed.lead);
}

const compare = (c: Case): ChangedParts | null => {
  const basis = c.facts.registry?.basis;
  return basis === undefined ? null : changedParts(basis.application, c.application);
};
/** Which parts differ from what the change began from; null where that is not told. */
const changedOf = (c: Case): ChangedParts | null => c.once(compare);

const CHANGE_READS = ["entity", "people", "services", "facts.registry"];

/** How far a change goes: what it may touch, and what it must touch (DF §2.3, §15 B3). */
export const CHANGE_SCOPE_RULES: readonly Rule[] = [
  {
    id: "change.domain",
    topic: "change",
    level: "error",
    source: "H: 备案变更咨询",
    reads: FILED_READS,
    check: (c) =>
      isChange(c.orderType) && filedServicesOf(c).length > 0
        ? each(c.siteDomains, ({ service, key, path }) => {
            const domains = filedAs(c, service)?.domains;
            return key === undefined || domains === undefined || domains.length === 0 || domains.includes(key)
              ? undefined
              : { path };
          })
        : NONE,
  },
  {
    id: "change.adds-service",
    topic: "change",
    level: "error",
    source: "S4: 变更备案相关; 如何进行备案",
    reads: FILED_READS,
    check: (c) =>
      isChange(c.orderType) && filedOf(c) !== null
        ? each(c.application.services, (service) =>
            filedAs(c, service) === undefined
              ? { path: servicePath(service.id, service.kind === "WEBSITE" ? "domain" : "name") }
              : undefined,
          )
        : NONE,
  },
  {
    id: "change.lead-without-dates",
    topic: "change",
    level: "error",
    source: "S4: 变更备案相关",
    reads: ["facts.registry"],
    check: (c) => {
      if (c.orderType !== "CHANGE_SERVICE") return NONE;
      const lead = filedOf(c)?.entityLead ?? null;
      // Only what is filed without dates widens the change; other documents never carried any.
      return lead?.idType === RESIDENT_ID && lead.idValidTo === null ? [{ path: ORDER }] : NONE;
    },
  },
  {
    id: "change.other-part",
    topic: "change",
    level: "error",
    source: "S4: 变更备案相关",
    reads: CHANGE_READS,
    check: (c) => {
      if (c.orderType === "CHANGE_SERVICE") {
        const path = entityChange(c);
        const shared = c.entityLead && c.rolesOf(c.entityLead.id).has("serviceLead");
        // One person in both roles: the new phone belongs to the service as much.
        if (path === undefined || (shared && path.startsWith("people"))) return NONE;
        return [{ path, message: "entity" }];
      }
      if (c.orderType !== "CHANGE_ENTITY") return NONE;
      return each(c.application.services, (service): Verdict | undefined => {
        const path = serviceChange(c, service);
        return path === undefined || path.startsWith("people") ? undefined : { path, message: "service" };
      });
    },
  },
  {
    id: "change.nothing-changed",
    topic: "change",
    level: "info",
    source: "DESIGN",
    reads: [...ROLE_READS, ...CHANGE_READS],
    check: (c) => {
      if (!isChange(c.orderType)) return NONE;
      const changed = changedOf(c);
      if (changed !== null)
        return changed.entity || changed.services.length > 0
          ? NONE
          : [{ path: ORDER, message: "none", level: "error" }];
      // The register does not hold every field: that the known ones agree is a hint, no verdict.
      const agrees =
        filedOf(c) !== null &&
        entityChange(c) === undefined &&
        c.application.services.every((service) => serviceChange(c, service) === undefined);
      return agrees ? [{ path: ORDER }] : NONE;
    },
  },
  {
    id: "change.moved",
    topic: "change",
    level: "error",
    source: "DESIGN",
    reads: ["facts.registry"],
    check: (c) => {
      const stands = isChange(c.orderType) ? c.facts.registry?.basis?.stands : undefined;
      if (stands === undefined || stands === "same") return NONE;
      return [{ path: ORDER, message: stands === "ended" ? "ended" : "message" }];
    },
  },
];
