import "server-only";
import { read } from "@/db/client";
import { knownBusinesses } from "@/db/queries/holdings";
import { clock } from "@/lib/clock";
import { DAY_MS } from "@/lib/filing/policy/calendar";
import { blindIndex, masterKey, open } from "@/lib/secrets";
import type { BusinessRecord, BusinessRegistry } from "./port";

interface Stored {
  readonly name: string;
  readonly legalRepName: string | null;
  readonly licenceIssuedOn?: string;
}

const NOT_FOUND: BusinessRecord = {
  found: false,
  name: null,
  legalRepName: null,
  status: null,
  registeredOrUpdatedAt: null,
  licenceIssuedOn: null,
};

/**
 * The sandbox business registry: the table `sandbox_businesses` where it has a row, else an active unit of the asking
 * account's real name, so that people can try a filing with any certificate number they like.
 */
export const sandboxBusiness: BusinessRegistry = {
  async find(certNo, asker) {
    const number = certNo.trim().toUpperCase();
    if (number === "") return NOT_FOUND;
    const certIdx = blindIndex("cert", number);
    const [row] = await knownBusinesses(read(), certIdx);
    if (row) {
      const {
        name,
        legalRepName,
        licenceIssuedOn = null,
      } = open<Stored>(masterKey(), row.recordEnc, `sandbox_business:${certIdx}`);
      const { status, registeredOrUpdatedAt } = row;
      return { found: true, name, legalRepName, status, registeredOrUpdatedAt, licenceIssuedOn };
    }
    return {
      found: true,
      name: asker.realName,
      legalRepName: null,
      status: "active",
      registeredOrUpdatedAt: clock().now() - 365 * DAY_MS,
      licenceIssuedOn: null,
    };
  },
};
