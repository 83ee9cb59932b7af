import { untilSettled } from "../../support/isolated";
import { orderOf, rows } from "../../support/state";
import { COLLEAGUE } from "./made";
import type { Maker } from "./maker";
import { call } from "./missed-calls";
import { PERSONAS } from "./personas";
import type { Asked } from "./row";

const REVIEW = "app/review/actions.ts";
const HANDOVER = "app/review/handover/actions.ts";

/** Looked up by hand, called, approved and taken out of the tray by the same person. */
async function handOver(maker: Maker, by: string, persona: string): Promise<void> {
  const { id: orderId } = orderOf(maker.server, persona);
  const seen = () => ({ orderId, version: orderOf(maker.server, persona).version });
  await maker.does(by, `${REVIEW}#claimAction`, seen());
  await call(maker, by, persona, "REACHED_OK");
  const sql = "SELECT domain FROM order_domains WHERE order_id = ?";
  const domains = rows<{ domain: string }>(maker.server, sql, orderId).map(({ domain }) => domain);
  for (const domain of [null, ...domains])
    await maker.does(by, `${HANDOVER}#recordLookUpAction`, { orderId, domain, result: "free", number: "" });
  await maker.does(by, `${REVIEW}#approveAction`, { ...seen(), overrideReason: "" });
}

function submissionOf(maker: Maker, persona: string): Asked {
  const sql = "SELECT sequence, version FROM manual_submissions WHERE order_id = ?";
  const { id } = orderOf(maker.server, persona);
  const [row] = rows<{ sequence: number; version: number }>(maker.server, sql, id);
  if (row === undefined) throw new Error(`${persona} is not in the tray`);
  return { id: String(row.sequence), version: row.version };
}

/** Two submissions keyed in by two reviewers, and an order each of a reviewer and a supervisor still holds. */
export async function makeHandovers(maker: Maker) {
  const { reviewer, supervisor } = PERSONAS;
  const taken = [
    [reviewer, "extra-jiangpan"],
    [COLLEAGUE, "extra-shanqian"],
  ] as const;
  for (const [by, persona] of taken) await handOver(maker, by, persona);
  await maker.does(null, "app/sandbox/actions.ts#advanceClockAction", { step: { to: "minutes", n: 10 } });
  await untilSettled(maker.server);
  for (const [by, persona] of taken)
    await maker.does(by, `${HANDOVER}#takeHandoverAction`, {
      sequence: Number(submissionOf(maker, persona).id),
    });
  const hold = async (by: string, persona: string): Promise<Asked> => {
    const { id: orderId, version } = orderOf(maker.server, persona);
    await maker.does(by, `${REVIEW}#claimAction`, { orderId, version });
    return orderOf(maker.server, persona);
  };
  return {
    mine: submissionOf(maker, "extra-jiangpan"),
    colleagues: submissionOf(maker, "extra-shanqian"),
    held: {
      [reviewer]: await hold(reviewer, "extra-yanhang"),
      [supervisor]: await hold(supervisor, "extra-mengxia"),
    } as Readonly<Record<string, Asked>>,
  };
}
