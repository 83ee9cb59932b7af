import { NATURE_PERSON } from "@/lib/filing/application/codes";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { PROVINCES_BY_CODE } from "@/lib/filing/policy/provinces";
import type { BusinessFact } from "@/lib/filing/rules/facts";

/** What the account's real-name verification knows of its holder. */
export interface KnownHolder {
  readonly realName: string | null;
  readonly idNo: string | null;
  readonly securityPhone: string | null;
}

/**
 * Fills in what is known already, where nothing was typed: the verified name, the account's phone for a person, and the
 * legal representative the business registry names (WCAG 3.3.7). Only for the account's own certificate.
 */
export function withKnown(
  app: ApplicationDraft,
  holder: KnownHolder,
  business: BusinessFact | undefined,
): ApplicationDraft {
  const { entity } = app;
  if (holder.realName === null || holder.idNo !== entity.certNo) return app;
  const person = entity.nature === NATURE_PERSON;
  const name = person ? holder.realName : (business?.legalRepName ?? undefined);
  const phone1 = person ? (holder.securityPhone ?? undefined) : undefined;
  const people = app.people.map((one, index) =>
    index > 0 ? one : { ...one, ...(name ? { name } : {}), ...(phone1 ? { phone1 } : {}) },
  );
  return { ...app, entity: { ...entity, name: holder.realName }, people };
}

/** Province a certificate number was issued in: digits 3–4 of a unified social credit code, 1–2 of a resident ID. */
export function provinceOfNumber(idNo: string, kind: "unit" | "person"): string | null {
  const code = `${kind === "unit" ? idNo.slice(2, 4) : idNo.slice(0, 2)}0000`;
  return PROVINCES_BY_CODE[code] === undefined ? null : code;
}
