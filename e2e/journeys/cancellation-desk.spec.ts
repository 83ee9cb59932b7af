import { violationsOf } from "../fixtures";
import { CancelScreen } from "../screens/cancel";
import { factsOf } from "../screens/people";
import { choose } from "../screens/policy";
import { SandboxScreen } from "../screens/sandbox";
import { expect, test } from "../screens/story";
import { orderOf, rows } from "../support/state";

test.use({ story: "cancellation-desk" });

const { lead } = factsOf("filed");

test("a reviewer claims a cancellation, calls its lead, gives one back and passes the next on", async ({
  as,
  say,
  server,
  page: visitor,
}) => {
  test.setTimeout(240_000);
  const page = await as("filed");
  const lin = await as("reviewer-lin");
  const supervisor = await as("supervisor");
  const [cancel, sandbox] = [new CancelScreen(page, say), new SandboxScreen(visitor, say)];
  const [entity] = rows<{ id: string; number: string }>(
    server,
    "SELECT id, number FROM entities WHERE order_id = ?",
    orderOf(server, "filed").id,
  );
  if (entity === undefined) throw new Error("the persona has something filed");
  const orderNow = (orderId: string) =>
    rows<{ state: string; number: string }>(
      server,
      "SELECT state, number FROM orders WHERE id = ?",
      orderId,
    )[0];
  const reach = (orderId: string, state: string) => expect.poll(() => orderNow(orderId)?.state).toBe(state);
  const begin = async () => {
    await cancel.open(entity.id, "entity");
    await cancel.copyNumber(entity.number);
    await cancel.prove(lead, sandbox);
    await cancel.understand("CANCEL_ENTITY");
    return cancel.begin("CANCEL_ENTITY");
  };
  const button = (id: string) =>
    lin.getByRole("button", { name: say(`cancellations.desk.${id}`), exact: true });
  const claim = async (orderId: string) => {
    await lin.goto("/review/cancellations?view=review");
    await lin.getByRole("link", { name: orderNow(orderId)?.number ?? "", exact: true }).click();
    await lin.waitForURL(`**/review/cancellations/${orderId}`);
    await button("claim").click();
    await expect(button("release")).toBeVisible();
  };

  await test.step("the provider wants to see them first, and applicants read so", async () => {
    await choose(supervisor, say, "cancel.review", "all");
    await cancel.open(entity.id, "entity");
    await expect(page.getByText(say("cancel.course.review", { days: 1 }))).toBeVisible();
  });

  await test.step("given back with a reason, the applicant learns why and what to do", async () => {
    const orderId = await begin();
    await reach(orderId, "PROVIDER_REVIEW");
    await lin.goto(`/review/orders/${orderId}`);
    await lin.waitForURL(`**/review/cancellations/${orderId}`);
    await expect(button("pass")).toBeDisabled();
    expect(await violationsOf(lin)).toEqual([]);
    await claim(orderId);
    await button("return").click();
    const dialog = lin.getByRole("dialog");
    await dialog.getByRole("radio", { name: say("cancelReasons.CANCEL_NOT_SELF.name") }).check();
    await dialog.getByLabel(say("cancellations.desk.words"), { exact: true }).fill("接听者是前台");
    await dialog.getByRole("button", { name: say("cancellations.desk.returnTitle"), exact: true }).click();
    await reach(orderId, "RETURNED");
    await page.goto(`/console/orders/${orderId}`);
    await expect(page.getByText(say("cancelReasons.CANCEL_NOT_SELF.name"))).toBeVisible();
    await expect(page.getByText("接听者是前台")).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
  });

  await test.step("called and reached, the next one goes on; the call stands there", async () => {
    const orderId = await begin();
    await claim(orderId);
    await lin.getByRole("button", { name: say("review.bench.calls") }).click();
    const calls = lin.getByRole("dialog");
    await calls.getByRole("button", { name: new RegExp(`^${say("review.bench.record")} `) }).click();
    await expect(calls.getByText("1/1")).toHaveCount(0);
    await lin.keyboard.press("Escape");
    await expect(
      lin.getByText(say("review.bench.outcomes.REACHED_OK"), { exact: true }).first(),
    ).toBeVisible();
    expect(await violationsOf(lin)).toEqual([]);
    await button("pass").click();
    await lin
      .getByRole("dialog")
      .getByRole("button", { name: say("cancellations.desk.pass") })
      .click();
    await reach(orderId, "SMS_PENDING");
  });
});
