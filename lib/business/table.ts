import "server-only";
import { eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { blindIndex, masterKey, open, seal } from "@/lib/secrets";
import type { BusinessRecord, BusinessRegistry } from "./port";

type Row = typeof t.registeredBusinesses.$inferSelect;
interface Sealed {
  readonly name: string;
  readonly legalRepName: string | null;
  readonly licenceIssuedOn: string | null;
}

/** A business as it was given in a file; its number is only a keyed hash. */
export interface RegisteredBusiness extends Sealed {
  readonly certIdx: string;
  readonly status: Row["status"];
  readonly registeredOrUpdatedAt: number | null;
}

export const certIndex = (certNo: string): string => blindIndex("cert", certNo.trim().toUpperCase());
const aad = (certIdx: string): string => `registered_business:${certIdx}`;

export function sealBusiness(business: RegisteredBusiness): Row {
  const { name, legalRepName, licenceIssuedOn, ...plain } = business;
  const sealed: Sealed = { name, legalRepName, licenceIssuedOn };
  return { ...plain, recordEnc: seal(masterKey(), sealed, aad(plain.certIdx)) };
}

export const openBusiness = ({ recordEnc, ...plain }: Row): RegisteredBusiness => ({
  ...plain,
  ...open<Sealed>(masterKey(), recordEnc, aad(plain.certIdx)),
});

/** What files brought. A number that is in none is unknown, not unregistered. */
export const tableBusiness: BusinessRegistry = {
  async find(certNo): Promise<BusinessRecord | null> {
    const [row] = await read()
      .select()
      .from(t.registeredBusinesses)
      .where(eq(t.registeredBusinesses.certIdx, certIndex(certNo)));
    if (row === undefined) return null;
    const { certIdx: _certIdx, ...record } = openBusiness(row);
    return { ...record, found: true };
  },
};
