import { asc, eq } from "drizzle-orm";
import { expect } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { clock } from "@/lib/clock";
import type { OrderState } from "@/lib/filing/lifecycle/states";
import { countQuestions, listQuestions } from "@/lib/usecases/changes/questions";
import { listInspections, ownInspections } from "@/lib/usecases/inspection/list-inspections";
import { countTickets, getTicket, listTickets } from "@/lib/usecases/manual/tickets";
import { getWorkbench } from "@/lib/usecases/review/get-workbench";
import { listCancellations } from "@/lib/usecases/review/list-cancellations";
import { LIFE } from "./life-data";
import { APPLICANTS } from "./persona-data";
import { standIn } from "./situations-staff";

const HOUR = 3_600_000;

async function ordersOf(persona: string) {
  const { accountId } = await standIn(persona);
  return read()
    .select()
    .from(t.orders)
    .where(eq(t.orders.accountId, accountId ?? ""))
    .orderBy(asc(t.orders.number));
}

/** The newest; who has something filed may have one after it. */
export async function orderOf(persona: string) {
  const rows = await ordersOf(persona);
  expect(rows.length, persona).toBeLessThanOrEqual(LIFE.some(({ id }) => id === persona) ? 2 : 1);
  return rows.at(-1);
}

const STATES: Readonly<Record<string, OrderState | undefined>> = {
  "fresh-unit": undefined,
  "fresh-person": undefined,
  "draft-half": "DRAFT",
  "draft-app": "DRAFT",
  "rejected-two": "PROVIDER_REJECTED",
  "sms-waiting": "SMS_PENDING",
  "at-authority": "AUTHORITY_REVIEW",
  filed: "APPROVED",
};

/** Of the life after an approval: type and state, oldest first. */
const LIVES: Readonly<Record<string, readonly string[]>> = {
  "life-under-way": ["FIRST_FILING APPROVED", "CANCEL_SERVICE SMS_PENDING"],
  "extra-yuncang": ["FIRST_FILING APPROVED", "CHANGE_SERVICE PROVIDER_REVIEW"],
  "extra-binhai": ["ACCESS_FILING PROVIDER_REVIEW"],
  "extra-jinghe": ["FIRST_FILING APPROVED"],
};
const INSPECTED = {
  ORGANIZER_ADDRESS: "CLOSED",
  DOMAIN_OWNER: "REPORTED_FIXED",
  VERIFICATION_MATERIAL: "OPEN",
  CONTACT_INVALID: "OPEN",
};

export async function expectStates() {
  for (const { id } of APPLICANTS) expect((await orderOf(id))?.state, id).toBe(STATES[id]);
  for (const { id } of LIFE) {
    const orders = await ordersOf(id);
    expect(
      orders.map(({ type, state }) => `${type} ${state}`),
      id,
    ).toEqual(LIVES[id]);
  }
  const inspections = await read().select().from(t.inspections);
  expect(Object.fromEntries(inspections.map(({ failure, state }) => [failure, state]))).toEqual(INSPECTED);
  const late = inspections.filter(({ state, deadline }) => state === "OPEN" && deadline <= clock().now());
  expect(late.map(({ failure }) => failure)).toEqual(["CONTACT_INVALID"]);
}

/** Nothing happens by itself while somebody looks around, or a test compares before and after. */
export async function expectQuiet() {
  for (const { number, nextSweepAt } of await read().select().from(t.orders))
    expect(nextSweepAt ?? Number.POSITIVE_INFINITY, number).toBeGreaterThan(clock().now() + HOUR);
  for (const { key, runAt, doneAt } of await read().select().from(t.outbox))
    if (doneAt === null) expect(runAt, key).toBeGreaterThan(clock().now() + HOUR);
}

/** What comes after an approval lies on the desks of staff, and a reviewer sees what is filed beside what was typed. */
export async function expectDesks() {
  const [lin, owner] = [await standIn("reviewer-lin"), await standIn("life-under-way")];
  const failures = async (view: "open" | "over") => {
    const found = await listInspections(lin, { view, province: null });
    return found.ok ? found.value.map(({ failure }) => failure) : [];
  };
  expect(await failures("open")).toEqual(["CONTACT_INVALID", "DOMAIN_OWNER", "VERIFICATION_MATERIAL"]);
  expect(await failures("over")).toEqual(["ORGANIZER_ADDRESS"]);
  expect(await ownInspections(owner)).toHaveLength(2);
  expect(await listCancellations(lin)).toMatchObject({
    value: { view: "underway", counts: { review: 0, underway: 1, ended: 0 } },
  });
  expect([await countTickets(lin), await countQuestions(lin)]).toEqual([1, 1]);
  const tickets = await listTickets(lin);
  const requestId = (tickets.ok ? tickets.value[0]?.id : undefined) ?? "";
  expect(await getTicket(lin, { requestId })).toMatchObject({
    value: { state: "SUBMITTED", calls: [{ outcome: "NO_ANSWER" }] },
  });
  const questions = await listQuestions(lin);
  expect(questions.ok && questions.value.map(({ answer }) => answer !== null)).toEqual([false, true]);
  expect(await differing("extra-yuncang")).toContain("service.name");
  expect(await differing("extra-binhai")).not.toContain("service.name");
}

async function differing(persona: string) {
  const orderId = (await orderOf(persona))?.id ?? "";
  const bench = await getWorkbench(await standIn("reviewer-zhao"), { orderId });
  const fields = bench.ok ? bench.value.groups.flatMap((group) => group.fields) : [];
  return fields.filter(({ differs }) => differs).map(({ key }) => key);
}
