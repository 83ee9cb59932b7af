import { violationsOf } from "../fixtures";
import { CancelScreen } from "../screens/cancel";
import { DeskScreen } from "../screens/desk";
import { factsOf } from "../screens/people";
import { choose } from "../screens/policy";
import { SandboxScreen } from "../screens/sandbox";
import { expect, test } from "../screens/story";
import { orderOf, rows } from "../support/state";

test.use({ story: "filing-password" });

const { lead, domains, account } = factsOf("filed");
const WRONG = "not-the-password";

test("the filing password is asked for, a wrong one comes back, and the authority's page gives a new one", async ({
  as,
  say,
  server,
  page: visitor,
}) => {
  test.setTimeout(240_000);
  const page = await as("filed");
  const officer = await as("officer");
  const supervisor = await as("supervisor");
  const [cancel, sandbox] = [new CancelScreen(page, say), new SandboxScreen(visitor, say)];
  const [entity] = rows<{ id: string; number: string; province: string }>(
    server,
    "SELECT id, number, province FROM entities WHERE order_id = ?",
    orderOf(server, "filed").id,
  );
  if (entity === undefined) throw new Error("the persona has something filed");
  const stateOf = (orderId: string) =>
    rows<{ state: string }>(server, "SELECT state FROM orders WHERE id = ?", orderId)[0]?.state;
  const reach = (orderId: string, state: string) => expect.poll(() => stateOf(orderId)).toBe(state);
  const field = page.getByLabel(say("cancel.form.password.label"), { exact: true });
  const fill = async (password: string | null) => {
    await cancel.open(entity.id, "entity");
    await cancel.copyNumber(entity.number);
    if (password !== null) await field.fill(password);
    await cancel.prove(lead, sandbox);
    await cancel.understand("CANCEL_ENTITY");
  };

  await test.step("as shipped nobody asks for it", async () => {
    await cancel.open(entity.id, "entity");
    await expect(field).toHaveCount(0);
  });

  await test.step("authority and provider go back to the old practice", async () => {
    await officer.goto("/authority/settings");
    await officer
      .getByRole("radio", { name: say("authority.settings.password.required"), exact: true })
      .check();
    await officer.getByRole("button", { name: say("authority.settings.save"), exact: true }).click();
    await expect(officer.getByText(say("authority.settings.saved"), { exact: true }).first()).toBeVisible();
    await choose(supervisor, say, "cancel.filingPassword.entity", "required");
  });

  await test.step("without it, a message at the field; with a wrong one the request comes back", async () => {
    await fill(null);
    await cancel.submit("CANCEL_ENTITY");
    await expect(page.getByText(say("errors.reason.cancel.password-missing")).first()).toBeVisible();
    await expect(field).toHaveAttribute("aria-invalid", "true");
    expect(await violationsOf(page)).toEqual([]);
    await field.fill(WRONG);
    const orderId = await cancel.begin("CANCEL_ENTITY");
    await reach(orderId, "RETURNED");
    await page.reload();
    await expect(page.getByText(say("cancelReasons.FILING_PASSWORD_WRONG.name"))).toBeVisible();
    await expect(page.getByText(say("cancelReasons.FILING_PASSWORD_WRONG.remedy"))).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
    expect(rows(server, "SELECT order_id FROM cancel_passwords")).toEqual([]);
  });

  const recovered =
    await test.step("forgotten: the ways of the province, then the authority's page", async () => {
      await page.getByRole("link", { name: say("orders.cancelling.recover"), exact: true }).click();
      await page.waitForURL(`**/filing-password?province=${entity.province}`);
      expect(await violationsOf(page)).toEqual([]);
      await page.getByRole("link", { name: say("filingPassword.ways.sandbox"), exact: true }).click();
      await page.waitForURL(`**/verify/password?province=${entity.province}`);
      await page.getByRole("button", { name: say("verify.password.submit"), exact: true }).click();
      await expect(page.getByText(say("verify.password.error.number")).first()).toBeVisible();
      expect(await violationsOf(page)).toEqual([]);
      await page.getByLabel(say("verify.password.number"), { exact: true }).fill(entity.number);
      await page.getByLabel(say("verify.password.certNo"), { exact: true }).fill(account.idNo);
      await page.getByRole("button", { name: say("verify.password.submit"), exact: true }).click();
      await expect(page.getByText(say("verify.password.done.title"), { exact: true })).toBeVisible();
      return sandbox.passwordFor(lead.phone);
    });

  await test.step("with it the organiser goes, and nothing of it is left here", async () => {
    await fill(recovered);
    const orderId = await cancel.begin("CANCEL_ENTITY");
    await reach(orderId, "SMS_PENDING");
    const code = await sandbox.codeFor(lead.phone);
    await visitor.goto("/verify");
    await sandbox.tryCode(lead.phone, lead.idNo, code);
    await reach(orderId, "AUTHORITY_REVIEW");
    const desk = new DeskScreen(officer, say);
    await desk.open(domains[0] ?? "");
    await expect(officer.getByText(recovered)).toHaveCount(0);
    await desk.strike();
    await reach(orderId, "CANCELLED");
    expect(rows(server, "SELECT order_id FROM cancel_passwords")).toEqual([]);
  });
});
