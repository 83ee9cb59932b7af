import { createHash } from "node:crypto";
import type { ApplicantSeed } from "../../../lib/boot/seed/persona-data";
import { untilSettled } from "../../support/isolated";
import { orderOf, rows } from "../../support/state";
import type { Maker } from "./maker";
import { PERSONAS } from "./personas";

const ACTIONS = "app/review/actions.ts";
const { reviewer: REVIEWER } = PERSONAS;

/** Everybody an order names, off the page the reviewer calls them from. */
async function peopleOf(maker: Maker, persona: string, orderId: string): Promise<readonly string[]> {
  const page = await (await maker.as(persona)).fetch("GET", `/review/orders/${orderId}`);
  return [...new Set((await page.text()).match(/\bppl_\w+/g))].sort();
}

/** Calls one of an order's leads; who is none is refused, which nobody minds. */
export async function call(maker: Maker, by: string, persona: string, outcome: string): Promise<void> {
  const { id: orderId } = orderOf(maker.server, persona);
  for (const personId of await peopleOf(maker, by, orderId)) {
    const { version } = orderOf(maker.server, persona);
    const input = { orderId, version, personId, number: "phone1", outcome, note: "" };
    await maker.does(by, `${ACTIONS}#recordCallAction`, input).catch((error: Error) => {
      if (!error.message.includes('"invalid"')) throw error;
    });
  }
}

/**
 * Two leads of an order are called in vain, so that each has a link to ask for the call; then the second is reached, and
 * his link is over.
 */
export async function missCalls(maker: Maker, { id: persona, lead, second }: ApplicantSeed) {
  if (second === null) throw new Error(`${persona} has no second lead`);
  const { id: orderId, version } = orderOf(maker.server, persona);
  await maker.does(REVIEWER, `${ACTIONS}#claimAction`, { orderId, version });
  await call(maker, REVIEWER, persona, "NO_ANSWER");
  await untilSettled(maker.server);
  const [own, called] = [
    await maker.linkTo(lead.phone, "/callback/"),
    await maker.linkTo(second.phone, "/callback/"),
  ];
  const hash = createHash("sha256").update(called).digest("base64url");
  const [link] = rows<{ personId: string }>(
    maker.server,
    "SELECT person_id AS personId FROM callback_links WHERE token_hash = ?",
    hash,
  );
  await maker.does(REVIEWER, `${ACTIONS}#recordCallAction`, {
    ...{ orderId, version: orderOf(maker.server, persona).version, personId: link?.personId },
    ...{ number: "phone1", outcome: "REACHED_OK", note: "" },
  });
  const digits = (phone: string) => phone.slice(-4);
  return {
    own: { token: own, digits: digits(lead.phone) },
    called: { token: called, digits: digits(second.phone) },
  };
}
