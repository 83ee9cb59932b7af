import "server-only";
import { clock } from "@/lib/clock";
import { ok } from "@/lib/filing/shared/result";
import type { AuthorityGateway } from "../gateway";
import { noticesBefore } from "./notices";
import { nextSerial } from "./numbers";
import { readStore } from "./store/client";
import { inStore, type StoreTx } from "./store/transaction";
import { happens, isSmooth, loadTraffic, muddle, type Traffic } from "./traffic";

/** Of those acknowledged, how many a breaking authority offers once more. */
const OFFERED_AGAIN = 3;

/** What the network says when nobody answers, or somebody hung up. */
class WireError extends Error {
  override readonly name = "WireError";
  constructor(readonly code: "ECONNREFUSED" | "ECONNRESET") {
    super(`authority: ${code}`);
  }
}

/** Draws in a transaction of their own: nothing the authority does depends on them. */
async function drawn<T>(work: (tx: StoreTx) => Promise<T>): Promise<T> {
  const done = await inStore(async (tx) => ok(await work(tx)));
  if (!done.ok) throw new WireError("ECONNREFUSED");
  return done.value;
}

const happensNow = (traffic: Traffic, kind: "down" | "lost", chance: number): Promise<boolean> =>
  chance <= 0 ? Promise.resolve(false) : drawn((tx) => happens(tx, traffic, kind, chance));

/** Keeps no process alive: whoever asked has given up by then, or the program ends. */
const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());

/** One call: refused, or carried out and then answered late or never. */
async function carry<T>(
  call: (traffic: Traffic) => Promise<T>,
  canBeLost?: (answer: T) => boolean,
): Promise<T> {
  const traffic = await loadTraffic(readStore());
  if (await happensNow(traffic, "down", traffic.down)) throw new WireError("ECONNREFUSED");
  const answer = await call(traffic);
  if (canBeLost?.(answer) && (await happensNow(traffic, "lost", traffic.lostAnswers)))
    throw new WireError("ECONNRESET");
  if (traffic.slowSeconds > 0) await after(traffic.slowSeconds * 1000);
  return answer;
}

/**
 * The line between provider and authority, as bad as the officer has set it. The authority behind it never errs: what is
 * done is done once, whatever the provider hears of it.
 */
export const overTheWire = (authority: AuthorityGateway): AuthorityGateway => ({
  submit: (sequence, payload) =>
    carry(
      () => authority.submit(sequence, payload),
      // The second try must get through, or "always" would mean never.
      ({ kind }) => kind === "accepted",
    ),
  poll: (from, limit) =>
    carry(async (traffic) => {
      const offered = await authority.poll(from, limit);
      if (isSmooth(traffic)) return offered;
      const earlier = await noticesBefore(readStore(), from, OFFERED_AGAIN, clock().now());
      return muddle(offered, earlier, traffic, await drawn((tx) => nextSerial(tx, "traffic.poll")));
    }),
  ack: (upTo) => carry(() => authority.ack(upTo)),
  query: (by) => carry(() => authority.query(by)),
  lookUp: (by) => carry(() => authority.lookUp(by)),
  // No call: what a machine answers leaves nothing to ask by hand.
  unasked: (by) => authority.unasked(by),
});
