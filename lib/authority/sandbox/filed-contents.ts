import "server-only";
import { inArray } from "drizzle-orm";
import type { FiledEntity } from "@/lib/filing/rules/facts";
import { accessesOf, OWN_PROVIDER } from "./accesses";
import { type EntityContents, openContents, type ServiceContents } from "./contents";
import { entityByCert, servicesOf } from "./register";
import type { StoreDb } from "./store/client";
import * as t from "./store/schema";

/** What the register holds of an organiser, for his provider; what was filed before contents were kept stays unknown. */
export async function filedContents(db: StoreDb, certIdx: string): Promise<FiledEntity | null> {
  const entity = await entityByCert(db, certIdx);
  if (entity === null) return null;
  const known = openContents<EntityContents>(entity.number, entity.contentsEnc);
  const services = await servicesOf(db, entity.number);
  const numbers = services.map(({ number }) => number);
  const served = await accessesOf(db, numbers);
  const domains = await db
    .select()
    .from(t.registerDomains)
    .where(inArray(t.registerDomains.serviceNumber, numbers));
  return {
    province: entity.province,
    nature: known?.nature ?? null,
    certType: known?.certType ?? null,
    certNo: known?.certNo ?? null,
    name: known?.name ?? entity.unitName,
    entityLead: known?.lead ?? null,
    services: services.map(({ number, kind, name, contentsEnc }) => {
      const contents = openContents<ServiceContents>(number, contentsEnc);
      return {
        ...{ number, kind, name },
        domains: domains.flatMap((row) => (row.serviceNumber === number ? [row.domain] : [])),
        packages: contents?.packages ?? [],
        lead: contents?.lead ?? null,
        preApprovals: contents?.preApprovals ?? null,
        accessHere: served.get(number)?.includes(OWN_PROVIDER) ?? false,
        accessElsewhere: served.get(number)?.some((provider) => provider !== OWN_PROVIDER) ?? false,
      };
    }),
  };
}
