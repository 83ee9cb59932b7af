import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import { NATURES, type Nature } from "@/lib/filing/application/codes";
import {
  canonicalAbbr,
  parseFilingNumber,
  sameRecord,
} from "@/lib/filing/application/identifiers/filing-number";
import { provinceByAbbr } from "@/lib/filing/policy";
import { filedLead } from "@/lib/filing/registry/filed-lead";
import type { HeldService } from "@/lib/filing/registry/types";
import type { FiledEntity, FiledService } from "@/lib/filing/rules/facts";
import { heldOf } from "../registry/held";
import { askAuthority } from "../system/authority-line";

const serviceOf = ({ number, kind, document, domains, packages, access }: HeldService): FiledService => ({
  ...{ number, kind, domains, packages },
  name: document.name ?? null,
  lead: filedLead(document.leadPerson),
  preApprovals: (document.preApprovals ?? []).flatMap(({ type }) => type ?? []),
  accessHere: access !== null,
});

/** What this account has filed here under a certificate, as the last approved orders left it; null = nothing. */
export async function filedHere(db: Db, accountId: string, certIdx: string): Promise<FiledEntity | null> {
  const [row] = await db
    .select()
    .from(t.entities)
    .where(
      and(eq(t.entities.accountId, accountId), eq(t.entities.certIdx, certIdx), isNull(t.entities.endedAt)),
    )
    .limit(1);
  return row === undefined ? null : entityOf(db, row);
}

async function entityOf(db: Db, row: typeof t.entities.$inferSelect): Promise<FiledEntity> {
  const { registry } = await heldOf(db, row);
  const { entity, people } = registry.entity?.document ?? { entity: {}, people: [] };
  return {
    province: row.province,
    nature: entity.nature ?? null,
    certType: entity.certType ?? null,
    certNo: entity.certNo ?? null,
    name: entity.name ?? null,
    entityLead: filedLead(people.find(({ id }) => id === entity.entityLead)),
    services: registry.services.filter(({ ended }) => !ended).map(serviceOf),
  };
}

/** What was filed here, and below it what other providers filed for the same organiser. */
export function withOthers(here: FiledEntity | null, told: FiledEntity | null): FiledEntity | null {
  if (here === null || told === null) return here ?? told;
  const others = told.services.filter(
    ({ number }) => !here.services.some((known) => sameRecord(known.number, number)),
  );
  return { ...here, services: [...here.services, ...others] };
}

const KIND_BY_SUFFIX = { "": "WEBSITE", A: "APP", X: "MINI_PROGRAM", K: "QUICK_APP" } as const;

/**
 * What the public register shows of an entity filed elsewhere: its services and domains. Names of persons are masked
 * there and certificates not shown, so these stay null: not known here (DF §15 D23).
 */
export async function filedElsewhere(entityNumber: string): Promise<FiledEntity | null> {
  const records = await askAuthority((far) => far.query({ number: entityNumber }));
  const [first] = records;
  const province = provinceOfNumber(entityNumber);
  if (first === undefined || province === undefined) return null;
  const nature = NATURES.find((code): code is Nature => code === first.natureCode) ?? null;
  return {
    province,
    nature,
    certType: null,
    certNo: null,
    name: nature === null || first.organiser.includes("*") ? null : first.organiser,
    entityLead: null,
    services: records.map(({ serviceNumber, serviceName, domains }) => ({
      number: serviceNumber,
      kind: KIND_BY_SUFFIX[parseFilingNumber(serviceNumber)?.service?.suffix ?? ""],
      name: serviceName,
      domains,
      packages: [],
      lead: null,
      preApprovals: null,
      accessHere: false,
    })),
  };
}

function provinceOfNumber(number: string): string | undefined {
  const parsed = parseFilingNumber(number);
  return parsed === null ? undefined : provinceByAbbr(canonicalAbbr(parsed.abbr))?.code;
}
