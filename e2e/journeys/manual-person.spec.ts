import sharp from "sharp";
import { DeskScreen } from "../screens/desk";
import { factsOf } from "../screens/people";
import { QueryScreen } from "../screens/query";
import { begin, fillEntity, fillPerson, fillSite, orderNow, submit, verify } from "../screens/road";
import { expect, test } from "../screens/story";
import { filedAs, through } from "../screens/whole-life";
import { labelled } from "../screens/words";
import { rows } from "../support/state";

test.use({ story: "manual-person" });

const WHO = "fresh-person";
const { lead, domains } = factsOf(WHO);
const DOMAIN = domains.at(-1) ?? "";
const PHONE = "13900019998";

test("a person whose phone is gone shows his card beside his face, and his filing is cancelled", async ({
  as,
  say,
  server,
  page: visitor,
}) => {
  test.setTimeout(300_000);
  const page = await as(WHO);

  await test.step("he files a website", async () => {
    const order = await begin(page, WHO);
    const place = { city: "上海市", district: "浦东新区" };
    await (await fillEntity(page, order, WHO, place)).continueTo(/\/services\/svc/);
    const remark = "个人网站，记录读书心得与摘抄，不含任何单位信息。";
    await fillSite(page, WHO, { name: "秋窗读书札记", content: 6, remark });
    const contact = { phone: lead.phone, emergency: "13800010201", email: "me@guzhixia-notes.cn" };
    await (await fillPerson(page, 0, contact)).continueTo(/\/materials$/);
    await submit(page);
    await through(as, visitor, server, { order, domain: DOMAIN, called: [lead], asked: [lead] });
  });

  const { entity, number } = filedAs(server, DOMAIN);

  await test.step("his papers are a person's: nobody asks him for a licence or a seal", async () => {
    await page.goto(`/console/filings/${entity}/manual`);
    await page.getByLabel(labelled(say("manual.applicant"))).fill(lead.name);
    await page.getByLabel(labelled(say("manual.phone"))).fill(PHONE);
    await page.getByLabel(labelled(say("manual.why"))).fill("原手机号已停用");
    await page.getByRole("checkbox", { name: say("manual.consent") }).check();
    await page.getByRole("button", { name: say("manual.open"), exact: true }).click();
    await expect(page.getByText(say("manual.stateText.PREPARING"), { exact: true })).toBeVisible();
    const photo = sharp({ create: { width: 900, height: 600, channels: 3, background: "#8a9" } });
    const picture = { name: "a.jpg", mimeType: "image/jpeg", buffer: await photo.jpeg().toBuffer() };
    const places = [
      ["LEAD_ID", "FRONT"],
      ["LEAD_ID", "BACK"],
      ["HANDHELD_ID", "FRONT"],
      ["HANDHELD_ID", "BACK"],
      ["STATEMENT_PERSON", "SINGLE"],
    ] as const;
    await expect(page.locator('main input[type="file"]')).toHaveCount(places.length);
    for (const [index, [slot, side]] of places.entries()) {
      await page
        .getByLabel(`${say(`manual.slot.${slot}`)} · ${say(`manual.side.${side}`)}`, { exact: true })
        .setInputFiles(picture);
      await expect(page.getByText(say("manual.there"), { exact: true })).toHaveCount(index + 1);
    }
    await page.getByRole("button", { name: say("manual.submit"), exact: true }).click();
    await expect(page.getByText(say("manual.stateText.SUBMITTED"), { exact: true })).toBeVisible();
  });

  await test.step("staff call the number he gave, and carry it out", async () => {
    const staff = await as("reviewer-lin");
    await staff.goto("/review/tickets");
    await staff.getByRole("link", { name: say("manual.tickets.person"), exact: true }).click();
    await staff.waitForURL("**/review/tickets/*-*");
    await expect(staff.getByText(PHONE).first()).toBeVisible();
    const call = staff.getByRole("form", { name: say("manual.tickets.call") });
    await call.getByRole("radio", { name: say("manual.tickets.outcomeOf.CONFIRMED"), exact: true }).check();
    await call.getByLabel(labelled(say("manual.tickets.note"))).fill("本人接听，核对证件");
    await call.getByRole("button", { name: say("manual.tickets.save"), exact: true }).click();
    const button = { name: say("manual.tickets.carryOut.button"), exact: true };
    await staff.getByRole("button", button).click();
    await staff.getByRole("dialog").getByRole("button", button).click();
    await expect(staff.getByText(say("manual.tickets.carryOut.executed"), { exact: true })).toBeVisible();
  });

  await test.step("the authority asks the filed phone once more; then nobody finds him", async () => {
    const [order] = rows<{ id: string }>(server, "SELECT id FROM orders WHERE type = 'CANCEL_ENTITY'");
    const id = order?.id ?? "";
    await verify(visitor, server, id, [lead]);
    const desk = new DeskScreen(await as("officer"), say);
    await desk.open(DOMAIN);
    await desk.strike();
    await expect.poll(() => orderNow(server, id).state, { timeout: 20_000 }).toBe("CANCELLED");
    await new QueryScreen(visitor, say).search("number", number);
    await expect(visitor.getByText(say("query.none.title"), { exact: true })).toBeVisible();
    expect(rows(server, "SELECT id FROM services WHERE number = ? AND ended_at IS NULL", number)).toEqual([]);
  });
});
