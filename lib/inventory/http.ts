import "server-only";
import { read } from "@/db/client";
import { accountQuestion } from "@/db/queries/holdings";
import { OutboundError } from "@/lib/outbound/errors";
import { askSystem } from "@/lib/systems";
import { ServersAnswer } from "@/lib/systems/protocol";
import type { SystemSettings } from "@/lib/systems/settings";
import { once, type Wait } from "@/lib/systems/wait";
import type { ResourceInventory, ResourceRecord } from "./port";

/**
 * The provider's inventory over HTTP, for one request. It is asked for all servers of an account, so that a page asks
 * once, whatever it looks for; an answer about somebody else, or one that names a server twice, is none.
 */
export function httpInventory(settings: SystemSettings, wait: Wait): ResourceInventory {
  const asked = once<readonly ResourceRecord[]>();
  const list = (accountId: string) =>
    asked(accountId, async () => {
      const account = await accountQuestion(read(), accountId);
      const answer = await askSystem(settings, { question: "servers", account }, ServersAnswer, wait);
      const ids = new Set(answer.servers.map(({ id }) => id));
      if (answer.account !== accountId || ids.size !== answer.servers.length)
        throw new OutboundError("EANSWER");
      return answer.servers.toSorted((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
    });
  return {
    list,
    async find(accountId, ids) {
      if (ids.length === 0) return {};
      const servers = await list(accountId);
      return Object.fromEntries(servers.filter(({ id }) => ids.includes(id)).map((one) => [one.id, one]));
    },
  };
}
