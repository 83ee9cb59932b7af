import "server-only";
import { read } from "@/db/client";
import type { Actor } from "@/lib/filing/access";
import { blank } from "@/lib/filing/application/access";
import type { CertType } from "@/lib/filing/application/codes";
import { maskIdNo, maskPhone } from "@/lib/filing/shared/mask";
import { ok, type Result } from "@/lib/filing/shared/result";
import { earlierDocuments, type PartSource } from "./document/earlier";
import { readOwnDraft } from "./own-draft";

interface Known {
  readonly source: PartSource;
  /** The filing or order it stands in. */
  readonly number: string;
  readonly name: string;
}

export interface KnownPerson extends Known {
  readonly personId: string;
  readonly idType: CertType | null;
  /** Masked. */
  readonly idNo: string;
  readonly phone: string | null;
  /** Who in this order carries the same number already. */
  readonly sameAs: string | null;
}

export interface KnownEntity extends Known {
  /** Masked. */
  readonly certNo: string;
}

export interface KnownParts {
  readonly people: readonly KnownPerson[];
  readonly entities: readonly KnownEntity[];
}

/** What the account wrote before and may use again: enough to recognise, nothing to copy from. */
export async function listKnownParts(actor: Actor, input: { orderId: string }): Promise<Result<KnownParts>> {
  const own = await readOwnDraft(actor, input.orderId);
  if (!own.ok) return own;
  const { order, draft } = own.value;
  const app = draft.application;
  const people = new Map<string, KnownPerson>();
  const entities = new Map<string, KnownEntity>();
  for (const { source, number, ...document } of await earlierDocuments(
    read(),
    order.row.accountId,
    order.row.id,
  )) {
    for (const { id: personId, name, idType = null, idNo, phone1 } of document.people) {
      if (blank(name) || blank(idNo) || people.has(idNo)) continue;
      const sameAs = app.people.find((one) => one.idNo === idNo)?.id ?? null;
      const phone = blank(phone1) ? null : maskPhone(phone1);
      people.set(idNo, { source, number, personId, name, idType, idNo: maskIdNo(idNo), phone, sameAs });
    }
    const { name, certNo, nature } = document.entity;
    // Another certificate is another organiser, whom this order is not about.
    if (blank(name) || blank(certNo) || certNo !== app.entity.certNo || nature !== app.entity.nature)
      continue;
    if (!entities.has(certNo)) entities.set(certNo, { source, number, name, certNo: maskIdNo(certNo) });
  }
  return ok({ people: [...people.values()], entities: [...entities.values()] });
}
