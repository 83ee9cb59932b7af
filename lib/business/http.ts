import "server-only";
import { OutboundError } from "@/lib/outbound/errors";
import { askSystem } from "@/lib/systems";
import { BusinessAnswer } from "@/lib/systems/protocol";
import type { SystemSettings } from "@/lib/systems/settings";
import { once, type Wait } from "@/lib/systems/wait";
import type { BusinessRecord, BusinessRegistry } from "./port";

/** The business register over HTTP, for one request. It learns the number alone, not who asks. */
export function httpBusiness(settings: SystemSettings, wait: Wait): BusinessRegistry {
  const asked = once<BusinessRecord | null>();
  return {
    async find(typed) {
      const certNo = typed.trim().toUpperCase();
      if (certNo === "") return null;
      return asked(certNo, async () => {
        const answer = await askSystem(settings, { question: "business", certNo }, BusinessAnswer, wait);
        if (answer.certNo !== certNo) throw new OutboundError("EANSWER");
        return answer.business;
      });
    },
  };
}
