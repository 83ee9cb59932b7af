import sharp from "sharp";
import { violationsOf } from "../fixtures";
import { factsOf } from "../screens/people";
import { SandboxScreen } from "../screens/sandbox";
import { expect, test } from "../screens/story";
import { labelled } from "../screens/words";
import { orderOf, rows } from "../support/state";

test.use({ story: "manual-cancellation" });

const PHONE = "13900019999";
const { lead } = factsOf("filed");

test("phone and mailbox are dead: documents, a call, and the staff's word", async ({
  as,
  say,
  server,
  page: visitor,
}) => {
  test.setTimeout(240_000);
  const page = await as("filed");
  const { id: orderId } = orderOf(server, "filed");
  const [entity] = rows<{ id: string; unit_name: string; number: string }>(
    server,
    "SELECT id, unit_name, number FROM entities WHERE order_id = ?",
    orderId,
  );
  if (entity === undefined) throw new Error("the persona has nothing filed");
  const buffer = await sharp({ create: { width: 900, height: 600, channels: 3, background: "#8a9" } })
    .jpeg()
    .toBuffer();
  const picture = { name: "a.jpg", mimeType: "image/jpeg", buffer };
  const state = () =>
    rows<{ state: string }>(
      server,
      "SELECT state FROM manual_cancellations WHERE entity_id = ?",
      entity.id,
    ).map((row) => row.state);

  await test.step("the applicant says who asks, and what for", async () => {
    await page.goto(`/console/filings/${entity.id}/leave`);
    await page.getByRole("link", { name: say("manual.link"), exact: true }).click();
    await page.waitForURL(`**/console/filings/${entity.id}/manual`);
    expect(await violationsOf(page)).toEqual([]);
    await page.getByLabel(labelled(say("manual.applicant"))).fill("江申请");
    await page.getByLabel(labelled(say("manual.applicantId"))).selectOption("PASSPORT");
    await page.getByLabel(labelled(say("manual.phone"))).fill(PHONE);
    await page.getByLabel(labelled(say("manual.why"))).fill("原手机与邮箱都已停用");
    const open = page.getByRole("button", { name: say("manual.open"), exact: true });
    await open.click();
    await expect(page.getByText(say("errors.reason.manual.consent")).first()).toBeVisible();
    await page.getByRole("checkbox", { name: say("manual.consent") }).check();
    await open.click();
    await expect(page.getByText(say("manual.stateText.PREPARING"), { exact: true })).toBeVisible();
  });

  await test.step("every document, then it is handed in", async () => {
    const submit = page.getByRole("button", { name: say("manual.submit"), exact: true });
    await expect(submit).toHaveCount(0);
    const places = [
      ["LICENCE", "SINGLE"],
      ["LEGAL_REP_ID", "FRONT"],
      ["LEGAL_REP_ID", "BACK"],
      ["APPLICANT_ID", "SINGLE"],
      ["STATEMENT_UNIT", "SINGLE"],
    ] as const;
    for (const [index, [slot, side]] of places.entries()) {
      await page
        .getByLabel(`${say(`manual.slot.${slot}`)} · ${say(`manual.side.${side}`)}`, { exact: true })
        .setInputFiles(picture);
      await expect(page.getByText(say("manual.there"), { exact: true })).toHaveCount(index + 1);
    }
    expect(await violationsOf(page)).toEqual([]);
    await submit.click();
    await expect(page.getByText(say("manual.stateText.SUBMITTED"), { exact: true })).toBeVisible();
    expect(state()).toEqual(["SUBMITTED"]);
  });

  await test.step("staff see who asks and his papers, and call until he answers", async () => {
    const staff = await as("reviewer-lin");
    await staff.goto("/review/tickets");
    await staff.getByRole("link", { name: entity.unit_name, exact: true }).click();
    await staff.waitForURL("**/review/tickets/*-*");
    await expect(staff.getByText(PHONE).first()).toBeVisible();
    const licence = staff.getByRole("figure").filter({ hasText: say("manual.slot.LICENCE") });
    await expect(licence.getByRole("img", { name: say("manual.tickets.photo"), exact: true })).toBeVisible();
    expect(await violationsOf(staff)).toEqual([]);
    const call = staff.getByRole("form", { name: say("manual.tickets.call") });
    const record = async (outcome: string) => {
      await call
        .getByRole("radio", { name: say(`manual.tickets.outcomeOf.${outcome}`), exact: true })
        .check();
      await call.getByLabel(labelled(say("manual.tickets.note"))).fill(`${PHONE}，核对证件`);
      await call.getByRole("button", { name: say("manual.tickets.save"), exact: true }).click();
    };
    await record("NO_ANSWER");
    await expect(staff.getByRole("listitem").filter({ hasText: "核对证件" })).toHaveCount(1);
    await record("CONFIRMED");
    await expect(staff.getByText(say("manual.tickets.waiting"), { exact: true })).toBeVisible();
    expect(state()).toEqual(["PHONE_VERIFIED"]);
  });

  await test.step("the applicant reads it, and nothing filed has changed yet", async () => {
    await page.reload();
    await expect(page.getByText(say("manual.stateText.PHONE_VERIFIED"), { exact: true })).toBeVisible();
    expect(rows(server, "SELECT id FROM services WHERE ended_at IS NOT NULL")).toEqual([]);
  });

  let cancelling = "";
  await test.step("staff read where the authority's code goes, are asked once more, and carry it out", async () => {
    const staff = await as("reviewer-lin");
    await staff.goto("/review/tickets");
    await staff.getByRole("link", { name: entity.unit_name, exact: true }).click();
    await staff.waitForURL("**/review/tickets/*-*");
    const button = { name: say("manual.tickets.carryOut.button"), exact: true };
    // Masked, yet recognisable: the filed phone, not the one he gave.
    await expect(staff.locator("main")).toContainText(lead.phone.slice(-4));
    expect(await violationsOf(staff)).toEqual([]);
    await staff.getByRole("button", button).click();
    const dialog = staff.getByRole("dialog");
    await expect(dialog).toContainText(entity.number);
    expect(await violationsOf(staff)).toEqual([]);
    await dialog.getByRole("button", button).click();
    await expect(staff.getByText(say("manual.tickets.carryOut.executed"), { exact: true })).toBeVisible();
    await expect(staff.getByRole("button", button)).toHaveCount(0);
    expect(state()).toEqual(["EXECUTED"]);
    const [order] = rows<{ id: string; number: string }>(
      server,
      "SELECT id, number FROM orders WHERE type = 'CANCEL_ENTITY'",
    );
    if (order === undefined) throw new Error("no order was opened");
    cancelling = order.id;
    await staff
      .getByRole("link", {
        name: say("manual.tickets.carryOut.order", { number: order.number }),
        exact: true,
      })
      .click();
    await staff.waitForURL(`**/review/cancellations/${order.id}`);
    await staff
      .getByRole("link", { name: say("cancellations.desk.verified.ways.STAFF"), exact: true })
      .click();
    await staff.waitForURL("**/review/tickets/*-*");
  });

  await test.step("the applicant follows his order and comes back by it", async () => {
    await page.reload();
    await expect(page.getByText(say("manual.stateText.EXECUTED"), { exact: true })).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
    await page.locator(`main a[href="/console/orders/${cancelling}"]`).click();
    await page.waitForURL(`**/console/orders/${cancelling}`);
    await page.getByRole("link", { name: say("orders.cancelling.byHand"), exact: true }).click();
    await page.waitForURL(`**/console/filings/${entity.id}/manual`);
  });

  await test.step("nobody verifies at the filed phone: the order is void, and nothing filed has changed", async () => {
    const sandbox = new SandboxScreen(visitor, say);
    const reach = (wanted: string) =>
      expect
        .poll(() => rows<{ state: string }>(server, "SELECT state FROM orders WHERE id = ?", cancelling))
        .toEqual([{ state: wanted }]);
    await sandbox.advance("minutes10");
    await reach("SMS_PENDING");
    await sandbox.advance("hours24");
    await sandbox.advance("minutes10");
    await reach("RETURNED");
    expect(rows(server, "SELECT id FROM services WHERE ended_at IS NOT NULL")).toEqual([]);
    // And another request may begin.
    await page.reload();
    await expect(page.getByRole("button", { name: say("manual.open"), exact: true })).toBeVisible();
  });

  await test.step("what was sent to an authority is written down, with what came of it", async () => {
    await page.goto("/console/offline");
    await page.getByLabel(labelled(say("offlineNotes.province"))).selectOption("370000");
    await page.getByLabel(labelled(say("offlineNotes.subject"))).fill("鲁ICP备2020000001号");
    await page.getByLabel(labelled(say("offlineNotes.sent"))).fill("申请书，SF000123");
    await page.getByLabel(labelled(say("offlineNotes.sentOn"))).fill("2026-10-01");
    await page.getByRole("button", { name: say("offlineNotes.save"), exact: true }).click();
    const note = page.getByRole("listitem").filter({ hasText: "SF000123" });
    await expect(note).toContainText(say("offlineNotes.outcomeOf.waiting"));
    await note.getByRole("button", { name: say("offlineNotes.mark.cancelled"), exact: true }).click();
    await expect(note.getByText(say("offlineNotes.outcomeOf.cancelled")).first()).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
  });
});
