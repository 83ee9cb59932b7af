import { blank, personById } from "../application/access";
import { NATURE_PERSON, type Nature } from "../application/codes";
import type { ApplicationDraft, ServiceDraft } from "../application/draft";
import { packageKey } from "./apply";
import type { EntityDocument, HeldAccess, HeldPackage, ServiceDocument } from "./types";

/** What of an organiser's document search and uniqueness need beside it. */
export interface EntityLabels {
  readonly province: string;
  readonly nature: Nature;
  /** Plain for units only; a person's name stays inside the ciphertext. */
  readonly unitName: string | null;
  readonly certNo: string;
}

/** Null: the document lacks what every approved one has. */
export function entityLabels({ entity }: Pick<EntityDocument, "entity">): EntityLabels | null {
  const { province, nature, certNo, name } = entity;
  if (province === undefined || nature === undefined || certNo === undefined) return null;
  return { province, nature, unitName: nature === NATURE_PERSON ? null : (name ?? null), certNo };
}

export const entityDocument = ({ entity, people }: ApplicationDraft): EntityDocument => ({ entity, people });

export function serviceDocument(service: ServiceDraft, application: ApplicationDraft): ServiceDocument {
  const leadPerson = personById(application, service.lead);
  return leadPerson === undefined ? service : { ...service, leadPerson };
}

/** Packages a service names, each pair once; what is half written is none. */
export function packagesOf(service: ServiceDraft): readonly HeldPackage[] {
  if (service.kind !== "APP") return [];
  const named = (service.packages ?? []).flatMap(({ platform, packageName }): HeldPackage[] =>
    blank(packageName) ? [] : [{ platform: platform ?? "OTHER", packageName: packageName.trim() }],
  );
  return [...new Map(named.map((one) => [packageKey(one), one])).values()];
}

export const accessOf = ({ resource, ips }: ServiceDraft): HeldAccess => ({
  resourceId: resource?.kind === "RESOURCE" ? (resource.resourceId ?? null) : null,
  ips: ips ?? [],
});
