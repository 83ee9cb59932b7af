import { violationsOf } from "../fixtures";
import { DeskScreen } from "../screens/desk";
import { answerInspection, InspectionDesk } from "../screens/inspections";
import { factsOf } from "../screens/people";
import { QueryScreen } from "../screens/query";
import { SandboxScreen } from "../screens/sandbox";
import { expect, test } from "../screens/story";
import { labelled } from "../screens/words";
import { orderOf, rows } from "../support/state";

test.use({ story: "inspection" });

const { second } = factsOf("filed");

test("what is found wrong and not mended in time loses its access, or is cancelled, by order", async ({
  as,
  say,
  server,
  page: visitor,
}) => {
  test.setTimeout(300_000);
  const [owner, staff, officer] = [await as("filed"), await as("reviewer-lin"), await as("officer")];
  const [sandbox, inspections] = [new SandboxScreen(visitor, say), new InspectionDesk(staff, say)];
  const desk = new DeskScreen(officer, say);
  const [entity] = rows<{ id: string; number: string }>(
    server,
    "SELECT id, number FROM entities WHERE order_id = ?",
    orderOf(server, "filed").id,
  );
  if (entity === undefined || second === null) throw new Error("the persona has something filed");
  const [first, other] = rows<{ id: string; number: string; name: string; domain: string }>(
    server,
    `SELECT s.id, s.number, s.name, d.domain FROM services s JOIN service_domains d ON d.service_id = s.id
     WHERE s.entity_id = ? ORDER BY s.number`,
    entity.id,
  );
  if (first === undefined || other === undefined) throw new Error("two websites are filed");
  const untouched = () =>
    expect(rows(server, "SELECT id FROM accesses WHERE ended_at IS NOT NULL")).toEqual([]);
  const ordered = (type: string) =>
    rows<{ id: string; state: string }>(
      server,
      `SELECT o.id, o.state FROM orders o JOIN entities e ON e.account_id = o.account_id
       WHERE o.type = ? AND e.id = ?`,
      type,
      entity.id,
    )[0];
  const stateOf = (failure: string) =>
    rows<{ state: string }>(server, "SELECT state FROM inspections WHERE failure = ?", failure)[0]?.state;
  const failureOf = (failure: string) => say(`inspection.failure.${failure}`);

  const token = await test.step("the provider's gateway asks what may be served", async () => {
    const admin = await as("admin");
    await admin.goto("/review/serving");
    const form = admin.getByRole("form", { name: say("serving.new") });
    await form.getByLabel(say("serving.name"), { exact: true }).fill("gateway");
    await form.getByRole("button", { name: say("serving.create"), exact: true }).click();
    const shown = admin.getByText(/^icp_[\w-]{43}$/);
    await expect(shown).toBeVisible();
    return (await shown.textContent()) ?? "";
  });
  const served = async (domain: string) => {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`${server.url}/api/serving?domain=${domain}`, { headers });
    return ((await answer.json()) as { domains: { served: boolean; reason: string | null }[] }).domains[0];
  };

  await test.step("the provider finds something wrong; there is nothing to order yet", async () => {
    expect(await served(first.domain)).toMatchObject({ served: true });
    await inspections.begin(entity.number, "CONTENT_MISMATCH", other.id, "首页是另一家单位的商城");
    expect(await violationsOf(staff)).toEqual([]);
    await expect(staff.getByText(say("errors.reason.inspection.before-deadline"))).toBeVisible();
    await expect(
      staff.getByRole("button", { name: say("inspection.desk.orderButton"), exact: true }),
    ).toHaveCount(0);
    await expect(staff.locator("main")).toContainText(other.number);
  });

  await test.step("the authority finds something wrong, too, and sets the day", async () => {
    await officer.goto("/authority/register");
    const form = officer.getByRole("form", { name: say("authority.register.inspect.title") });
    await form.getByRole("button", { name: say("authority.register.inspect.send"), exact: true }).click();
    await expect(form.getByText(say("authority.register.inspect.error.number"))).toBeVisible();
    const field = (name: string) => form.getByLabel(labelled(say(`authority.register.inspect.${name}`)));
    await field("number").selectOption(first.number);
    await field("failure").selectOption("DNS_ELSEWHERE");
    await field("domain").fill(first.domain);
    await field("days").fill("3");
    await form.getByRole("button", { name: say("authority.register.inspect.send"), exact: true }).click();
    await expect(officer.getByText(say("authority.register.inspect.sent")).first()).toBeVisible();
    expect(await violationsOf(officer)).toEqual([]);
    await expect.poll(() => stateOf("DNS_ELSEWHERE")).toBe("OPEN");
  });

  await test.step("the owner reads what, by when and what else happens, and says what he did", async () => {
    await owner.goto("/console/filings");
    await expect(owner.getByText(say("inspection.own.listTitle"))).toBeVisible();
    expect(await violationsOf(owner)).toEqual([]);
    await owner.goto(`/console/filings/${entity.id}`);
    await expect(owner.getByRole("link", { name: failureOf("DNS_ELSEWHERE"), exact: true })).toBeVisible();
    await owner.getByRole("link", { name: failureOf("CONTENT_MISMATCH"), exact: true }).click();
    await owner.waitForURL("**/inspections/*");
    await expect(owner.getByText("首页是另一家单位的商城").first()).toBeVisible();
    await expect(owner.getByText(say("inspection.own.else"), { exact: true })).toBeVisible();
    await expect(owner.locator(`main a[href*="/change?part=${other.id}"]`)).toBeVisible();
    expect(await violationsOf(owner)).toEqual([]);
    const form = owner.getByRole("form", { name: say("inspection.own.answerTitle") });
    await form.getByRole("button", { name: say("inspection.own.send"), exact: true }).click();
    await expect(form.getByText(say("errors.reason.inspection.answer"))).toBeVisible();
    await answerInspection(owner, say, "已换回本单位的内容");
  });

  await test.step("staff look: it is not mended, and the owner reads why", async () => {
    await inspections.open("CONTENT_MISMATCH");
    await expect(staff.getByText("已换回本单位的内容").first()).toBeVisible();
    expect(await violationsOf(staff)).toEqual([]);
    await inspections.sendBack("打开仍是商城");
    await owner.reload();
    await expect(owner.getByText("打开仍是商城").first()).toBeVisible();
    untouched();
  });

  await test.step("the authority's day passes: access is ordered, and its holder cannot stop it", async () => {
    await sandbox.advance("workingDays5");
    await inspections.open("DNS_ELSEWHERE");
    await inspections.order("CANCEL_ACCESS", first.name);
    expect(await violationsOf(staff)).toEqual([]);
    await expect.poll(() => ordered("CANCEL_ACCESS")?.state).toBe("AUTHORITY_REVIEW");
    untouched();
    await owner.goto(`/console/orders/${ordered("CANCEL_ACCESS")?.id}`);
    await expect(owner.getByText(say("errors.reason.order.irrevocable")).first()).toBeVisible();
    await owner.getByRole("link", { name: say("orders.cancelling.inspected"), exact: true }).click();
    await owner.waitForURL("**/inspections/*");
    await expect(owner.getByText(say("inspection.own.ordered"), { exact: true })).toBeVisible();
    await desk.open(first.domain);
    await desk.strike();
    await expect.poll(() => stateOf("DNS_ELSEWHERE")).toBe("ENDED");
    expect(await served(first.domain)).toMatchObject({ served: false, reason: "not-accessed-here" });
  });

  await test.step("the provider's own day passes: the service is cancelled, and nobody finds it any more", async () => {
    await sandbox.advance("workingDays20");
    await staff.goto("/review/inspections");
    await expect(staff.getByText(say("inspection.overdue"), { exact: true }).first()).toBeVisible();
    await inspections.open("CONTENT_MISMATCH");
    // Who found it does not order it.
    await expect(staff.getByText(say("errors.reason.inspection.own-finding"))).toBeVisible();
    const colleague = new InspectionDesk(await as("reviewer-zhao"), say);
    await colleague.open("CONTENT_MISMATCH");
    await colleague.order("CANCEL_SERVICE", other.name);
    await sandbox.advance("minutes10");
    await expect.poll(() => ordered("CANCEL_SERVICE")?.state).toBe("SMS_PENDING");
    const code = await sandbox.codeFor(second.phone);
    await visitor.goto("/verify");
    await sandbox.tryCode(second.phone, second.idNo, code);
    await expect.poll(() => ordered("CANCEL_SERVICE")?.state).toBe("AUTHORITY_REVIEW");
    await desk.open(other.domain);
    await desk.strike();
    await expect.poll(() => stateOf("CONTENT_MISMATCH")).toBe("ENDED");
    await new QueryScreen(visitor, say).search("domain", other.domain);
    await expect(visitor.getByText(other.number)).toHaveCount(0);
    expect(await served(other.domain)).toMatchObject({ served: false });
    await owner.reload();
    await owner.goto("/console/filings");
    await expect(owner.getByText(say("inspection.own.listTitle"))).toHaveCount(0);
  });
});
