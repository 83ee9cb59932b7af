import { isAccess } from "../../guide/order-type";
import type { Case } from "../case";
import { type Asker, ask, ENTITY, ofPerson } from "./ask";
import { touchesEntity, touchesOrganiser, touchesPerson, touchesService, touchesServices } from "./touched";

const PAPERS = "T21: 备案材料清单";
const SHANGHAI = "310000";

/** Certificates and identity documents; one person in several roles shows the document once, so that both roles renew together. */
export const identity: Asker = (c, slots) => {
  if (c.isPerson) {
    if (touchesEntity(c)) slots.push(ask("PERSON_ID", ENTITY, "person-id", { source: PAPERS }));
    if (touchesServices(c)) otherLeads(c, slots);
    return;
  }
  if (!c.isUnit) return;
  const { entityLead } = c;
  if (touchesOrganiser(c))
    slots.push(ask("ORG_CERT", ENTITY, "unit-certificate", { source: "S4: 材料上传" }));
  const leadsToo = entityLead !== undefined && c.rolesOf(entityLead.id).has("serviceLead");
  if (entityLead && (touchesEntity(c) || (leadsToo && touchesServices(c))) && touchesPerson(c, entityLead.id))
    slots.push(ask("ENTITY_LEAD_ID", ofPerson(entityLead.id), "entity-lead-id", { source: PAPERS }));
  if (touchesServices(c)) otherLeads(c, slots);
  if (touchesEntity(c)) legalRepresentative(c, slots);
};

/** Service leads who are not the entity lead; a person's own document stands for the person's own roles. */
const otherLeads: Asker = (c, slots) => {
  for (const { id } of c.leads)
    if (id !== c.entityLead?.id && c.rolesOf(id).has("serviceLead") && touchesPerson(c, id))
      slots.push(ask("SERVICE_LEAD_ID", ofPerson(id), "service-lead-id", { source: PAPERS }));
};

const legalRepresentative: Asker = (c, slots) => {
  const { legalRep, entityLead } = c;
  if (!legalRep || !entityLead || legalRep.id === entityLead.id || !touchesPerson(c, legalRep.id)) return;
  // A service lead's document is there already.
  if (touchesServices(c) && c.rolesOf(legalRep.id).has("serviceLead")) return;
  const atShanghai = isAccess(c.orderType) && c.application.entity.province === SHANGHAI;
  const reason = atShanghai ? "legal-rep-id-access" : "legal-rep-id";
  slots.push(ask("LEGAL_REP_ID", ofPerson(legalRep.id), reason, { source: "T21: 上海; S0", optional: true }));
};

/**
 * The leads' live check goes with every filing, access and change (DF §8): the service leads', and the entity lead's where
 * no service is touched. Not asked where the provider makes it on another road.
 */
export const video: Asker = (c, slots) => {
  if (c.policy.provider.videoCheck !== "film") return;
  for (const { id } of c.leads) {
    const lead = touchesServices(c) ? leadsTouched(c, id) : id === c.entityLead?.id && touchesEntity(c);
    if (lead) slots.push(ask("VIDEO_CHECK", ofPerson(id), "video", { source: "S4: 视频核验" }));
  }
};

/** Leads a service this order is about. */
const leadsTouched = (c: Case, person: string): boolean =>
  c.application.services.some(({ id, lead }) => lead === person && touchesService(c, id));
