import { APPLICANTS } from "../../../lib/boot/seed/persona-data";
import { orderOf, rows } from "../../support/state";
import type { Maker } from "./maker";
import { FILED } from "./personas";
import type { Parts } from "./row";

/** What stands in an order under ids of its own, off its owner's pages. */
export async function partsOf(maker: Maker, persona: string): Promise<Parts> {
  const caller = await maker.as(persona);
  const { id } = orderOf(maker.server, persona);
  const found = async (section: string, form: RegExp) => {
    const [part] =
      (await (await caller.fetch("GET", `/console/orders/${id}/${section}`)).text()).match(form) ?? [];
    if (part === undefined) throw new Error(`${section} of ${persona} shows nothing`);
    return part;
  };
  const sql = "SELECT id FROM corrections WHERE order_id = ?";
  const correction = rows<{ id: string }>(maker.server, sql, id)[0]?.id ?? "";
  return {
    person: await found("leads", /\bppl_\w+/),
    service: await found("services", /\bsvc_\w+/),
    correction,
  };
}

/** A further website of who has one filed: its order takes over what the filing says. */
export async function startFollowUp(maker: Maker): Promise<string> {
  const seed = APPLICANTS.find(({ id }) => id === FILED);
  if (seed === undefined) throw new Error("nobody has anything filed");
  const { orderId = "" } = await maker.does(FILED, "app/console/actions.ts#createOrderAction", {
    ...{ nature: 4, certType: 1, certNo: seed.account.idNo, province: seed.account.province },
    domain: seed.domains.at(-1),
  });
  return orderId;
}
