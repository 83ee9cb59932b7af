import type { Page } from "@playwright/test";
import Database from "better-sqlite3";
import { EXTRAS } from "../../lib/boot/seed/extra-data";
import { PERSONA_PASSWORD } from "../../lib/boot/seed/persona-data";
import { DeskScreen } from "../screens/desk";
import { orderNow, review } from "../screens/road";
import { SandboxScreen } from "../screens/sandbox";
import { expect, test } from "../screens/story";
import type { Say } from "../screens/words";
import type { TestServer } from "../support/server";
import { rows } from "../support/state";

test.use({ story: "authority-failures" });

const THREE = ["extra-quanpan", "extra-jiangpan", "extra-shanqian"] as const;
/** Three calls of four seconds are waited for before the line is left to rest. */
const SLOW = { timeout: 60_000 };
const ONCE = ["pushed", "sms_started", "sms_completed", "authority_approved"] as const;

const seedOf = (id: string) => {
  const seed = EXTRAS.find((one) => one.id === id);
  if (seed === undefined) throw new Error(`no ${id}`);
  return seed;
};
const leadsOf = (id: string) => {
  const { lead, second } = seedOf(id);
  return second ? [lead, second] : [lead];
};

/** What the authority has in its own file. */
function submissionsOf(server: TestServer, order: string): readonly { state: string }[] {
  const db = new Database(`${server.dataDir}/authority.db`, { readonly: true, fileMustExist: true });
  try {
    return db.prepare("SELECT state FROM submissions WHERE order_id = ?").all(order) as { state: string }[];
  } finally {
    db.close();
  }
}

/** The officer sets the failures of the line by clicking; what is not named is mended. */
async function setLine(page: Page, say: Say, failures: Readonly<Record<string, number>>): Promise<void> {
  await page.goto("/authority/line");
  for (const name of ["down", "lostAnswers", "duplicates", "outOfOrder", "slowSeconds"])
    await page
      .getByLabel(say(`authority.line.${name}.label`), { exact: true })
      .selectOption(String(failures[name] ?? 0));
  await page.getByRole("button", { name: say("authority.line.save"), exact: true }).click();
  await expect(page.getByText(say("authority.line.saved"), { exact: true }).first()).toBeVisible();
}

test("down, slow, losing answers, repeating and shuffling: three orders arrive exactly once", async ({
  as,
  page,
  say,
  server,
}) => {
  test.slow();
  const orders = THREE.map((id) => {
    const [headline] = seedOf(id).domains;
    const [order] = rows<{ id: string; number: string }>(
      server,
      "SELECT id, number FROM orders WHERE headline = ?",
      headline,
    );
    if (order === undefined) throw new Error(`no order of ${id}`);
    return { ...order, headline: headline ?? "", leads: leadsOf(id) };
  });
  const officer = await as("officer");
  const staff = await as("supervisor");
  const states = () => orders.map(({ id }) => orderNow(server, id).state);
  const tenMinutes = async () => {
    await page.goto("/sandbox/clock");
    await page.getByRole("button", { name: say("sandbox.clock.step.minutes10"), exact: true }).click();
    await expect(page.getByText(say("sandbox.clock.moved"), { exact: true }).first()).toBeVisible(SLOW);
  };

  await test.step("a reviewer approves all three", async () => {
    for (const { number, leads } of orders) await review(as, number, leads);
  });

  const applicant = await as(null);
  await test.step("nobody answers: applicant and staff see what waits", async () => {
    await setLine(officer, say, { down: 100 });
    await tenMinutes();
    for (const { id } of orders) expect(submissionsOf(server, id)).toEqual([]);
    await staff.goto("/review/deliveries");
    await expect(staff.getByText(say("notifications.deliveries.cause.unreachable")).first()).toBeVisible();
    await applicant.goto("/sign-in");
    await applicant.getByLabel(say("auth.email"), { exact: true }).fill("extra-jiangpan@sandbox.invalid");
    await applicant.getByLabel(say("auth.password"), { exact: true }).fill(PERSONA_PASSWORD);
    await applicant.getByRole("button", { name: say("auth.signIn"), exact: true }).click();
    await applicant.waitForURL("/console");
    await applicant.goto(`/console/orders/${orders[1]?.id}`);
    await expect(applicant.getByText(say("orders.handOver.title"), { exact: true })).toBeVisible();
  });

  await test.step("slow: given up in time, and nothing is sent twice", async () => {
    await setLine(officer, say, { slowSeconds: 60 });
    await tenMinutes();
    for (const { id } of orders) expect(submissionsOf(server, id).length).toBeLessThanOrEqual(1);
  });

  await test.step("answers get lost, notices come twice and shuffled: the codes go out all the same", async () => {
    await setLine(officer, say, { lostAnswers: 100, duplicates: 100, outOfOrder: 50 });
    for (let n = 0; n < 3; n += 1) await tenMinutes();
    await expect.poll(states, SLOW).toEqual(["SMS_PENDING", "SMS_PENDING", "SMS_PENDING"]);
  });

  await test.step("everybody verifies, the officer approves", async () => {
    const sandbox = new SandboxScreen(page, say);
    for (const { leads } of orders)
      for (const [index, { phone, idNo }] of leads.entries()) {
        const code = await sandbox.codeFor(phone);
        await page.goto("/verify");
        await sandbox.tryCode(phone, idNo, code);
        await sandbox.expectOutcome(index === leads.length - 1 ? "outcome.all_done" : "outcome.done");
      }
    const desk = new DeskScreen(officer, say);
    for (const { headline } of orders) {
      await desk.open(headline);
      await desk.approve();
    }
  });

  await test.step("mended: each arrived once, in both databases and for everybody", async () => {
    await setLine(officer, say, {});
    await tenMinutes();
    await expect.poll(states, SLOW).toEqual(["APPROVED", "APPROVED", "APPROVED"]);
    for (const { id } of orders) {
      expect(submissionsOf(server, id)).toEqual([{ state: "approved" }]);
      expect(rows(server, "SELECT state FROM gateway_submissions WHERE order_id = ?", id)).toEqual([
        { state: "accepted" },
      ]);
      const events = rows<{ type: string }>(server, "SELECT type FROM order_events WHERE order_id = ?", id);
      for (const once of ONCE)
        expect(
          events.filter(({ type }) => type === once),
          once,
        ).toHaveLength(1);
    }
    await applicant.reload();
    await expect(applicant.getByText(say("states.APPROVED.label"), { exact: true }).first()).toBeVisible();
    await expect(applicant.getByText(say("orders.handOver.title"), { exact: true })).toHaveCount(0);
    await staff.reload();
    await expect(staff.getByText(say("review.line.answers"), { exact: true })).toBeVisible();
  });
});
