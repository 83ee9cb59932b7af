import type { AppDraft, FiledCheckDraft, ServiceDraft } from "../application/draft";
import { sameRecord } from "../application/identifiers/filing-number";
import type { Case } from "./case";
import type { FiledEntity, FiledService } from "./facts";

/** What the register holds of the entity; null = nothing filed, or it does not tell. */
export const filedOf = (c: Case): FiledEntity | null => c.facts.registry?.filed ?? null;

const NO_SERVICES: readonly FiledService[] = [];
/** The filed services the register tells; none when it tells nothing. */
export const filedServicesOf = (c: Case): readonly FiledService[] => filedOf(c)?.services ?? NO_SERVICES;

/** What `reads` must name when a rule asks which filed service a service of the document is. */
export const FILED_READS = [
  "services[*].kind",
  "services[*].serviceFilingNumber",
  "services[*].domain",
  "services[*].moreDomains",
  "services[*].domains",
  "services[*].packages",
  "facts.registry",
] as const;

const isPackageOf = (app: AppDraft, filed: FiledService): boolean =>
  (app.packages ?? []).some(({ platform, packageName }) =>
    filed.packages.some((known) => known.platform === platform && known.packageName === packageName),
  );

function matchOf(c: Case, service: ServiceDraft): FiledService | undefined {
  const all = filedServicesOf(c);
  const number = service.serviceFilingNumber;
  if (number) {
    const found = all.find((filed) => sameRecord(filed.number, number));
    if (found) return found;
  }
  if (service.kind === "APP") return all.find((filed) => filed.kind === "APP" && isPackageOf(service, filed));
  const key = c.siteDomains.find((part) => part.service === service)?.key;
  return key === undefined ? undefined : all.find((filed) => filed.domains.includes(key));
}

const matches = (c: Case): ReadonlyMap<string, FiledService | undefined> =>
  new Map(c.application.services.map((service) => [service.id, matchOf(c, service)]));

/** The filed service a service of the document is: by its number, else by its domain or a package. */
export const filedAs = (c: Case, service: ServiceDraft): FiledService | undefined =>
  filedServicesOf(c).length === 0 ? undefined : c.once(matches).get(service.id);

const untouched = (c: Case): readonly FiledService[] => {
  const touched = new Set(c.once(matches).values());
  return filedServicesOf(c).filter((filed) => !touched.has(filed));
};

/** Filed services that are not the subject of this very order. */
export const otherFiledServices = (c: Case): readonly FiledService[] =>
  filedServicesOf(c).length === 0 ? NO_SERVICES : c.once(untouched);

export type FiledMark = Exclude<keyof FiledCheckDraft, "id" | "number" | "cancelFirst">;

const MARKS: readonly FiledMark[] = ["opens", "hasContent", "showsNumber", "titleFits", "natureFits"];
const MARKS_WITH_COPYRIGHT: readonly FiledMark[] = [...MARKS, "showsCopyright"];
const NO_MARKS: readonly FiledMark[] = [];

/**
 * What the organiser confirms of a filed service before adding to the entity (DF §15 B2, D1). Mini-programs and quick
 * apps live on platforms that look after them: nothing is asked of them.
 */
export function filedMarks(
  c: Pick<Case, "isUnit" | "advice">,
  kind: FiledService["kind"],
): readonly FiledMark[] {
  if (kind !== "WEBSITE" && kind !== "APP") return NO_MARKS;
  return kind === "WEBSITE" && c.isUnit && c.advice?.footerCopyright ? MARKS_WITH_COPYRIGHT : MARKS;
}
