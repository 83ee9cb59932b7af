import "server-only";
import { isTaskCancelledError, TimeoutStrategy, timeout } from "cockatiel";
import type { AuthorityGateway } from "./gateway";

/** How long the provider waits for an answer. Nobody's page and no other delivery is to hang on a slow authority. */
export const ANSWER_WITHIN_MS = 4_000;

const limit = timeout(ANSWER_WITHIN_MS, TimeoutStrategy.Aggressive);

/** The answer, or `ETIMEDOUT`. Whether the far side did what it was asked is then unknown: ask again with the same number. */
async function within<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await limit.execute(call);
  } catch (error) {
    if (!isTaskCancelledError(error)) throw error;
    throw Object.assign(new Error("the authority did not answer in time"), { code: "ETIMEDOUT" });
  }
}

/** A gateway that is not waited for longer than `ANSWER_WITHIN_MS`, call by call. */
export const patient = (far: AuthorityGateway): AuthorityGateway => ({
  submit: (sequence, payload) => within(() => far.submit(sequence, payload)),
  poll: (after, limitOf) => within(() => far.poll(after, limitOf)),
  ack: (upTo) => within(() => far.ack(upTo)),
  query: (by) => within(() => far.query(by)),
  lookUp: (by) => within(() => far.lookUp(by)),
  unasked: (by) => within(() => far.unasked(by)),
});
