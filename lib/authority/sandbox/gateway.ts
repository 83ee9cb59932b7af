import "server-only";
import { clock } from "@/lib/clock";
import { ok } from "@/lib/filing/shared/result";
import type { AuthorityGateway } from "../gateway";
import { takeSubmission } from "./intake";
import { lookUp } from "./look-up";
import { acknowledge, noticesAfter } from "./notices";
import { queryRegister } from "./public-query";
import { NOTICES_PER_POLL } from "./rules";
import { readStore } from "./store/client";
import { inStore } from "./store/transaction";
import { overTheWire } from "./wire";

/** A call over the wire that found the authority busy: the caller's outbox tries again. */
function unavailable(code: string): Error {
  return new Error(`authority unavailable: ${code}`);
}

const authority: AuthorityGateway = {
  async submit(sequence, payload) {
    const answer = await takeSubmission(sequence, payload, clock().now());
    if (!answer.ok) throw unavailable(answer.error.code);
    return answer.value;
  },
  poll: (after, limit = NOTICES_PER_POLL) =>
    noticesAfter(readStore(), after, Math.min(limit, NOTICES_PER_POLL), clock().now()),
  async ack(upTo) {
    const done = await inStore(async (tx) => {
      await acknowledge(tx, upTo);
      return ok(null);
    });
    if (!done.ok) throw unavailable(done.error.code);
  },
  query: queryRegister,
  lookUp,
  unasked: () => Promise.resolve([]),
};

/** The simulated authority behind the gateway: what a network call to the real one would be. */
export const sandboxGateway: AuthorityGateway = overTheWire(authority);
