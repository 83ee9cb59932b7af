import "server-only";
import { read } from "@/db/client";
import { accountQuestion } from "@/db/queries/holdings";
import { domainKey } from "@/lib/filing/application/identifiers/domain-name";
import type { DomainRecord } from "@/lib/filing/rules/facts";
import { OutboundError } from "@/lib/outbound/errors";
import { askSystem } from "@/lib/systems";
import { DomainsAnswer, OwnDomainsAnswer } from "@/lib/systems/protocol";
import type { SystemSettings } from "@/lib/systems/settings";
import { once, type Wait } from "@/lib/systems/wait";
import type { DomainRegistry, OwnDomain } from "./port";

/**
 * The provider's registrar over HTTP, for one request: all domains in one question. Who asks is not told. An answer
 * about other domains than asked, more or fewer, is none.
 */
export function httpDomains(settings: SystemSettings, wait: Wait): DomainRegistry {
  const looked = once<Readonly<Record<string, DomainRecord>>>();
  const listed = once<readonly OwnDomain[]>();
  return {
    async lookUp(names) {
      const domains = [...new Set(names.map(domainKey))].sort();
      if (domains.length === 0) return {};
      return looked(domains.join(), async () => {
        const answer = await askSystem(settings, { question: "domains", domains }, DomainsAnswer, wait);
        const told = Object.entries(answer.domains);
        if (told.length !== domains.length || !told.every(([domain]) => domains.includes(domain)))
          throw new OutboundError("EANSWER");
        return Object.fromEntries(told.flatMap(([domain, record]) => (record ? [[domain, record]] : [])));
      });
    },
    list: (accountId) =>
      listed(accountId, async () => {
        const account = await accountQuestion(read(), accountId);
        const question = { question: "own-domains", account } as const;
        const answer = await askSystem(settings, question, OwnDomainsAnswer, wait);
        const own = Object.entries(answer.domains).map(([domain, record]) => ({ domain, ...record }));
        if (answer.account !== accountId || !own.every(({ domain }) => domain === domainKey(domain)))
          throw new OutboundError("EANSWER");
        return own.sort((a, b) => a.domain.localeCompare(b.domain));
      }),
  };
}
