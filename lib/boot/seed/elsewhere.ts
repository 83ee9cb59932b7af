import "server-only";
import { OTHER_PROVIDER, openAccess } from "@/lib/authority/sandbox/accesses";
import { type EntityContents, type ServiceContents, sealContents } from "@/lib/authority/sandbox/contents";
import { publicName } from "@/lib/authority/sandbox/masked-name";
import * as t from "@/lib/authority/sandbox/store/schema";
import { inStore } from "@/lib/authority/sandbox/store/transaction";
import { certIndex } from "@/lib/authority/sandbox/submissions";
import { CERT_RESIDENT_ID, NATURE_ENTERPRISE } from "@/lib/filing/application/codes";
import type { FiledLead } from "@/lib/filing/rules/facts";
import { ok } from "@/lib/filing/shared/result";
import { ELSEWHERE, FILED_ELSEWHERE } from "./elsewhere-data";
import { LIFE } from "./life-data";
import type { ApplicantSeed } from "./persona-data";

const UNIT_LICENCE = 1;
const leadOf = ({ name, idNo, phone }: ApplicantSeed["lead"]): FiledLead => ({
  ...{ name, idNo, phone, idType: CERT_RESIDENT_ID },
  idValidTo: "long-term",
});

/**
 * Filings that were made through other providers before this one began: the simulated authority has them, this console
 * learns of them by asking, and its own register knows nothing of them.
 */
export async function seedFiledElsewhere(): Promise<void> {
  const done = await inStore(async (tx) => {
    for (const { number, province, name, certNo, approvedOn, services, persona } of FILED_ELSEWHERE) {
      const approvedAt = Date.parse(`${approvedOn}T10:00:00+08:00`);
      const whose = [...ELSEWHERE, ...LIFE].find(({ id }) => id === persona);
      const contents: EntityContents | null = whose
        ? { nature: NATURE_ENTERPRISE, certType: UNIT_LICENCE, certNo, name, lead: leadOf(whose.lead) }
        : null;
      await tx.insert(t.registerEntities).values({
        ...{ number, province, approvedAt, unitName: name, natureCode: NATURE_ENTERPRISE },
        ...{ certIdx: certIndex(certNo), publicName: publicName(name, NATURE_ENTERPRISE) },
        contentsEnc: contents && sealContents(number, contents),
      });
      for (const { suffix, kind, name: called, domains, lead } of services) {
        const own = `${number}${suffix}`;
        const person = lead === "second" ? whose?.second : whose?.lead;
        const kept: ServiceContents | null = person
          ? { lead: leadOf(person), packages: [], preApprovals: [] }
          : null;
        const service = {
          ...{ number: own, entityNumber: number, kind, name: called, approvedAt },
          contentsEnc: kept && sealContents(own, kept),
        };
        await tx.insert(t.registerServices).values(service);
        await openAccess(tx, service.number, OTHER_PROVIDER, approvedAt);
        for (const domain of domains)
          await tx.insert(t.registerDomains).values({ serviceNumber: service.number, domain });
      }
    }
    return ok(null);
  });
  if (!done.ok) throw new Error("the authority took no filings made elsewhere");
}
