import "server-only";
import { read } from "@/db/client";
import { withTransaction } from "@/db/transaction";
import { clock } from "@/lib/clock";
import { ok } from "@/lib/filing/shared/result";
import type { AuthorityGateway } from "../gateway";
import { takeSubmission } from "./intake";
import { answerFrom, openQuestions } from "./look-up";
import { acknowledge, noticesAfter } from "./notices";
import { queryOwn } from "./own-register";

const NOTICES_PER_POLL = 100;

/**
 * The authority by hand: submissions lie in the staff's tray until they keyed them in, and notices are what staff
 * recorded of its answers. The same contract as any machine, so nothing else of the console knows the difference.
 */
export const manualGateway: AuthorityGateway = {
  async submit(sequence, payload) {
    const answer = await takeSubmission(sequence, payload, clock().now());
    if (!answer.ok) throw new Error(`authority unavailable: ${answer.error.code}`);
    return answer.value;
  },
  poll: (after, limit = NOTICES_PER_POLL) => noticesAfter(read(), after, Math.min(limit, NOTICES_PER_POLL)),
  async ack(upTo) {
    await withTransaction(async (tx) => ok(await acknowledge(tx, upTo)));
  },
  query: (by) => queryOwn(read(), by),
  lookUp: (by) => answerFrom(read(), by, clock().now()),
  unasked: (by) => openQuestions(read(), by, clock().now()),
};
