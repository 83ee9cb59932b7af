import type { ApplicationDraft } from "../application/draft";
import type { CalledRole } from "./types";

/** What a person answers for in an order, as far as calls go; null: he leads nothing in it. */
export function calledRole(app: ApplicationDraft, personId: string): CalledRole | null {
  const entity = app.entity.entityLead === personId;
  const service = app.services.some(({ lead }) => lead === personId);
  if (entity) return service ? "both" : "entity";
  return service ? "service" : null;
}
