import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import { CheckScreen } from "../screens/check";
import { factsOf } from "../screens/people";
import { review } from "../screens/road";
import { SandboxScreen } from "../screens/sandbox";
import { WebsiteScreen } from "../screens/section";
import { expect, test as story } from "../screens/story";
import type { Say } from "../screens/words";
import { startServer, type TestServer } from "../support/server";
import { orderOf, rows } from "../support/state";

const PERSONA = "rejected-two";
const { domains, lead } = factsOf(PERSONA);
const NUMBER = "粤ICP备2026654321号";

/** A console whose authority has no interface: what it answers is written down by hand. */
const test = story.extend<object, { server: TestServer }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern.
    async ({}, use, worker) => {
      const server = await startServer(`manual-${worker.workerIndex}`, { ICP_GATEWAY: "manual" });
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 90_000 },
  ],
});

test("an order comes to its number by hand: archive, answers one by one and by file, a rejection between", async ({
  as,
  say,
  server,
}) => {
  test.setTimeout(240_000);
  const { id, number } = orderOf(server, PERSONA);
  const stateNow = () => orderOf(server, PERSONA).state;
  const page = await as(PERSONA);
  const visitor = await as(null);
  const desk = await as("reviewer-zhao");

  const markDone = async (correct: () => Promise<void>) => {
    await correct();
    await page.getByRole("button", { name: say("orders.corrections.markDone") }).click();
    await expect(
      page.getByRole("button", { name: say("orders.corrections.done"), exact: true }),
    ).toHaveAttribute("aria-pressed", "true");
    // The mark shows at once, before it is sent.
    await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
  };
  const item = (reason: string) =>
    page.getByRole("listitem").filter({ hasText: say(`rejections.${reason}.name`) });
  const rename = (name: string) => async () => {
    await page.goto(`/console/orders/${id}`);
    await item("NAME_NOT_OK")
      .getByRole("link", { name: say("orders.corrections.change") })
      .click();
    await page.waitForURL(/\/services\/svc/);
    const site = new WebsiteScreen(page, say);
    await site.field("service.name").fill(name);
    await site.saved();
  };
  const resubmit = async () => {
    await page.goto(`/console/orders/${id}/check`);
    const check = new CheckScreen(page, say);
    await check.declareAll();
    await check.submit();
    await expect(page.getByText(say("states.PROVIDER_REVIEW.label"), { exact: true })).toBeVisible();
  };
  const handOver = async () => {
    await new SandboxScreen(visitor, say).advance("minutes10");
    await desk.goto("/review/handover");
    const row = desk.getByRole("row").filter({ hasText: number });
    await row.getByRole("link").first().click();
    await desk.waitForURL(/\/review\/handover\/\d+$/);
    return Number(desk.url().split("/").at(-1));
  };

  await test.step("the reviewer asks the authority's register himself before he can forward", async () => {
    await markDone(rename("蓝湾样例日用品展示"));
    await page.goto(`/console/orders/${id}`);
    await item("DOC_UNCLEAR")
      .getByRole("button", { name: say("orders.corrections.markDone") })
      .click();
    await expect(
      page.getByText(say("orders.corrections.progress", { done: 2, count: 2 })).first(),
    ).toBeVisible();
    await resubmit();
    await review(as, number, [lead], async (bench) => {
      await bench.getByRole("link", { name: say("handover.lookUps.link") }).click();
      await bench.waitForURL(/\/look-ups$/);
      const forms = bench.getByRole("form");
      for (let left = await forms.count(); left > 0; left -= 1) {
        const form = forms.first();
        await form.getByRole("radio", { name: say("handover.lookUps.free") }).check();
        await form.getByRole("button", { name: say("handover.lookUps.save") }).click();
        await expect(forms).toHaveCount(left - 1);
      }
      await bench.getByRole("link", { name: say("handover.lookUps.back") }).click();
      await bench.waitForURL(new RegExp(`/review/orders/${id}$`));
    });
  });

  let sequence = 0;
  await test.step("the archive holds the order, and its checksums", async () => {
    sequence = await handOver();
    const [download] = await Promise.all([
      desk.waitForEvent("download"),
      desk.getByRole("button", { name: say("handover.detail.download"), exact: true }).click(),
    ]);
    const files = unzipSync(new Uint8Array(readFileSync(await download.path())));
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(["application.json", "application.xlsx", "checksums.sha256", "manifest.json"]),
    );
    const json = strFromU8(files["application.json"] ?? new Uint8Array());
    expect(json).toContain(domains[0]);
  });

  await test.step("a colleague sees who took it, and nothing whole", async () => {
    await expect(desk.getByText(lead.idNo).first()).toBeVisible();
    const colleague = await as("reviewer-lin");
    await colleague.goto(`/review/handover/${sequence}`);
    await expect(colleague.getByText(say("handover.detail.takenByText"))).toBeVisible();
    await expect(colleague.getByText(lead.idNo)).toHaveCount(0);
    for (const name of ["download", "again"])
      await expect(
        colleague.getByRole("button", { name: say(`handover.detail.${name}`), exact: true }),
      ).toHaveCount(0);
    const archive = await colleague.request.get(`/api/review/handover/${sequence}/archive`);
    expect(archive.status()).toBe(403);
  });

  await test.step("answers are recorded one by one, and the applicant sees them", async () => {
    await recordFact(desk, say("handover.fact.sent"));
    await recordFact(desk, say("handover.fact.smsStarted"));
    await expect.poll(stateNow).toBe("SMS_PENDING");
    await recordFact(desk, say("handover.fact.smsDone"), () =>
      desk.getByRole("radio", { name: lead.name }).check(),
    );
    await expect.poll(stateNow).toBe("AUTHORITY_REVIEW");
  });

  await test.step("a broken file is refused line by line, a good one rejects the order", async () => {
    await desk.goto("/review/handover?view=out");
    const head = "sequence,order,record,subject,value,text";
    const good = `${sequence},${number},驳回,${domains[0]},NAME_NOT_OK,名称仍不能反映门店内容`;
    await sendFile(desk, say, `${head}\n${good}\n999999,${number},通过,,粤ICP备1号,`);
    await expect(desk.getByRole("list", { name: say("handover.file.lines") })).toContainText(
      say("handover.file.line", { line: 3 }),
    );
    expect(stateNow()).toBe("AUTHORITY_REVIEW");
    await sendFile(desk, say, `${head}\n${good}\n`);
    await expect(desk.getByText(say("handover.file.done", { written: 1, known: 0 }))).toBeVisible();
    await expect.poll(stateNow).toBe("AUTHORITY_REJECTED");
    await page.goto(`/console/orders/${id}`);
    await expect(item("NAME_NOT_OK")).toContainText("名称仍不能反映门店内容");
  });

  await test.step("corrected, handed over again and approved with its numbers", async () => {
    await markDone(rename("蓝湾样例日用品与门店"));
    await resubmit();
    await review(as, number, [lead]);
    const next = await handOver();
    expect(next).toBeGreaterThan(sequence);
    const [download] = await Promise.all([
      desk.waitForEvent("download"),
      desk.getByRole("button", { name: say("handover.detail.download"), exact: true }).click(),
    ]);
    await download.delete();
    await recordFact(desk, say("handover.fact.sent"));
    await recordFact(desk, say("handover.fact.smsStarted"));
    await recordFact(desk, say("handover.fact.smsDone"), () =>
      desk.getByRole("radio", { name: lead.name }).check(),
    );
    await expect.poll(stateNow).toBe("AUTHORITY_REVIEW");
    // A number of another province is said at its field, and nothing typed is lost.
    const approve = (entity: string) => async () => {
      await desk.getByLabel(say("handover.form.entityNumber")).fill(entity);
      await desk.locator('input[name^="services."]').fill(`${entity}-1`);
    };
    await choose(desk, say("handover.fact.approved"));
    await approve("京ICP备2026654321号")();
    await desk.getByRole("button", { name: say("handover.form.save"), exact: true }).click();
    await expect(desk.getByRole("alert").first()).toBeVisible();
    expect(stateNow()).toBe("AUTHORITY_REVIEW");
    await recordFact(desk, say("handover.fact.approved"), approve(NUMBER));
    await expect.poll(stateNow).toBe("APPROVED");
    await page.goto(`/console/orders/${id}`);
    await expect(page.getByText(`${NUMBER}-1`).first()).toBeVisible();
  });

  const types = rows<{ type: string }>(server, "SELECT type FROM manual_records ORDER BY rowid");
  expect(types.map(({ type }) => type)).toEqual([
    ...["downloaded", "sent", "smsStarted", "smsDone", "rejected"],
    ...["downloaded", "sent", "smsStarted", "smsDone", "approved"],
  ]);
});

const choose = (desk: Page, fact: string) => desk.getByRole("radio", { name: fact, exact: true }).check();

/** Records one answer and waits until the page shows it among what was recorded. */
async function recordFact(desk: Page, fact: string, rest?: () => Promise<void>): Promise<void> {
  const form = desk.getByRole("form");
  await choose(desk, fact);
  await rest?.();
  const before = await desk.getByRole("listitem").filter({ hasText: fact }).count();
  await form.getByRole("button").last().click();
  await expect(desk.getByRole("listitem").filter({ hasText: fact })).toHaveCount(before + 1);
}

async function sendFile(desk: Page, say: Say, text: string): Promise<void> {
  await desk
    .getByLabel(say("handover.file.choose"))
    .setInputFiles({ name: "answers.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await desk.getByRole("button", { name: say("handover.file.upload"), exact: true }).click();
}
