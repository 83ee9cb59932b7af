import "server-only";
import { OTHER_PROVIDER, openAccess } from "@/lib/authority/sandbox/accesses";
import { publicName } from "@/lib/authority/sandbox/masked-name";
import * as t from "@/lib/authority/sandbox/store/schema";
import { inStore } from "@/lib/authority/sandbox/store/transaction";
import { certIndex } from "@/lib/authority/sandbox/submissions";
import { NATURE_ENTERPRISE } from "@/lib/filing/application/codes";
import { ok } from "@/lib/filing/shared/result";
import { FILED_ELSEWHERE } from "./elsewhere-data";

/**
 * Filings that were made through other providers before this one began: the simulated authority has them, this console
 * learns of them by asking, and its own register knows nothing of them.
 */
export async function seedFiledElsewhere(): Promise<void> {
  const done = await inStore(async (tx) => {
    for (const { number, province, name, certNo, approvedOn, services } of FILED_ELSEWHERE) {
      const approvedAt = Date.parse(`${approvedOn}T10:00:00+08:00`);
      await tx.insert(t.registerEntities).values({
        ...{ number, province, approvedAt, unitName: name, natureCode: NATURE_ENTERPRISE },
        ...{ certIdx: certIndex(certNo), publicName: publicName(name, NATURE_ENTERPRISE) },
      });
      for (const { suffix, kind, name: called, domains } of services) {
        const service = {
          number: `${number}${suffix}`,
          entityNumber: number,
          kind,
          name: called,
          approvedAt,
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
