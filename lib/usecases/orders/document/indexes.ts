import "server-only";
import { eq } from "drizzle-orm";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { NATURE_PERSON } from "@/lib/filing/application/codes";
import type { ApplicationDraft, PersonDraft } from "@/lib/filing/application/draft";
import { domainsOf } from "@/lib/filing/application/service-domains";
import { blindIndex } from "@/lib/secrets";

type IndexKind = (typeof t.orderBlindIndexes.$inferInsert)["kind"];

/** Rewrites what search and uniqueness need beside the ciphertext: plain domains, keyed hashes of personal values. */
export async function rewriteIndexes(tx: Tx, orderId: string, app: ApplicationDraft): Promise<void> {
  await tx.delete(t.orderDomains).where(eq(t.orderDomains.orderId, orderId));
  await tx.delete(t.orderBlindIndexes).where(eq(t.orderBlindIndexes.orderId, orderId));
  const domains = app.services.flatMap((service) =>
    domainsOf(service).map((domain) => ({ orderId, serviceId: service.id, domain })),
  );
  if (domains.length > 0) await tx.insert(t.orderDomains).values(domains);
  const hashes = personalValues(app).map(({ kind, as, path, value }) => ({
    orderId,
    kind,
    path,
    hash: blindIndex(as ?? (kind === "lead_id_no" ? "id_no" : kind), value),
  }));
  if (hashes.length > 0) await tx.insert(t.orderBlindIndexes).values(hashes);
}

interface PersonalValue {
  readonly kind: IndexKind;
  readonly path: string;
  readonly value: string;
  /** Hashed as another kind than the row is filed under: a unit's certificate number. */
  readonly as?: "cert";
}

function personalValues(app: ApplicationDraft): readonly PersonalValue[] {
  const cert = value("id_no", "entity.certNo", app.entity.certNo);
  const organiser: PersonalValue[] =
    app.entity.nature === NATURE_PERSON
      ? [...cert, ...value("name", "entity.name", app.entity.name)]
      : cert.map((item) => ({ ...item, as: "cert" }));
  const leads = app.services.flatMap(({ id, lead }) =>
    value("lead_id_no", `services[${id}].lead`, app.people.find((person) => person.id === lead)?.idNo),
  );
  return [...organiser, ...app.people.flatMap(valuesOfPerson), ...leads];
}

function valuesOfPerson(person: PersonDraft): readonly PersonalValue[] {
  const at = (field: string) => `people[${person.id}].${field}`;
  return [
    ...value("name", at("name"), person.name),
    ...value("id_no", at("idNo"), person.idNo),
    ...value("phone", at("phone1"), person.phone1),
    ...value("phone", at("phone2"), person.phone2),
    ...value("phone", at("emergencyPhone"), person.emergencyPhone),
  ];
}

const value = (kind: IndexKind, path: string, text: string | undefined): PersonalValue[] =>
  text === undefined || text === "" ? [] : [{ kind, path, value: text }];

/** What lists show of an order: units by name, persons only by their first service. */
export function labelsOf(app: ApplicationDraft): {
  readonly unitName: string | null;
  readonly headline: string | null;
} {
  const first = app.services[0];
  const unitName = app.entity.nature === NATURE_PERSON ? null : (app.entity.name ?? null);
  return { unitName, headline: (first && (domainsOf(first)[0] ?? first.name)) || null };
}
