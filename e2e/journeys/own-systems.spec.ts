import type { Page } from "@playwright/test";
import { APPLICANTS } from "@/lib/boot/seed/persona-data";
import type { DomainRecord } from "@/lib/filing/rules/facts";
import { openSystem, type TestSystem } from "@/lib/systems/testing";
import { axe } from "../fixtures";
import { CheckScreen } from "../screens/check";
import { WebsiteScreen } from "../screens/section";
import { expect, test as story, words } from "../screens/story";
import type { Say } from "../screens/words";
import { startServer, type TestServer } from "../support/server";
import { orderOf } from "../support/state";

const PERSONA = "rejected-two";
const TOKEN = "t0ken-of-the-registrar";
const DAY = 86_400_000;
const seed = APPLICANTS.find(({ id }) => id === PERSONA);
if (seed === undefined) throw new Error("the persona is gone");
const [domain = ""] = seed.domains;
const owned = (ownerName: string): DomainRecord => ({
  ...{ registered: true, registeredHere: true, registrarApproved: true, serverHold: false },
  ...{ ownerName, ownerIdType: null, ownerIdNo: null },
  ...{ realNameVerifiedAt: Date.now() - 30 * DAY, expiresAt: Date.now() + 365 * DAY },
});
const business = {
  ...{ found: true, name: seed.account.realName, legalRepName: null, status: "active" },
  ...{ registeredOrUpdatedAt: null, licenceIssuedOn: null },
};
/** It takes the question and says nothing. */
const silence = () => undefined;

interface Own {
  readonly registrar: TestSystem;
  readonly register: TestSystem;
  server: TestServer;
}

const system = async (use: (one: TestSystem) => Promise<void>) => {
  const one = await openSystem();
  await use(one);
  await one.close();
};
/** A console that asks a registrar and a business register over HTTP. */
const test = story.extend<object, Own>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern.
  registrar: [async ({}, use) => system(use), { scope: "worker" }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern.
  register: [async ({}, use) => system(use), { scope: "worker" }],
  server: [
    async ({ registrar, register }, use, worker) => {
      const server = await startServer(`own-systems-${worker.workerIndex}`, {
        OUTBOUND_ALLOW: "",
        ...{ DOMAINS_URL: registrar.url, DOMAINS_TOKEN: TOKEN, BUSINESS_URL: register.url },
      });
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 90_000 },
  ],
});
test.use({ story: "own-systems" });

const title = (say: Say, name: string) => say("systems.title", { systems: say(`systems.name.${name}`) });
/** Asks again until nobody is silent: a system that was down is left alone for some seconds. */
async function askUntilAll(page: Page, say: Say, name: string): Promise<void> {
  const notice = page.getByText(title(say, name));
  await expect(async () => {
    await page.getByRole("button", { name: say("systems.again"), exact: true }).click();
    await expect(notice).toHaveCount(0, { timeout: 3_000 });
  }).toPass({ timeout: 45_000 });
}

test("facts come from the provider's systems; one that is silent is named, nothing is lost, and all is well when it is back", async ({
  as,
  say,
  server,
  registrar,
  register,
}) => {
  test.setTimeout(180_000);
  const { id } = orderOf(server, PERSONA);
  const page = await as(PERSONA);
  const check = new CheckScreen(page, say);
  registrar.known.domains = { [domain]: owned("别人的公司") };
  register.known.businesses = { [seed.account.idNo]: business };

  await test.step("what the registrar says is what the page says", async () => {
    await page.goto(`/console/orders/${id}/check`);
    const wrongOwner = page.getByText(say("rules.domain.owner.title")).first();
    await expect(wrongOwner).toBeVisible();
    expect(registrar.questions).toContainEqual({ question: "domains", domains: [domain] });
    expect(new Set(registrar.tokens)).toEqual(new Set([`Bearer ${TOKEN}`]));
    expect(register.questions).toContainEqual({ question: "business", certNo: seed.account.idNo });
    registrar.known.domains = { [domain]: owned(seed.account.realName) };
    await page.reload();
    await expect(wrongOwner).toHaveCount(0);
  });

  await test.step("silent while somebody writes: named, what is written stays and is saved", async () => {
    await page.goto(`/console/orders/${id}/services`);
    const link = page.locator('main a[href*="/services/svc"]').first();
    await expect(link).toBeVisible();
    registrar.mood = silence;
    await link.click();
    await page.waitForURL(/\/services\/svc/);
    const notice = page.getByText(title(say, "domains"));
    await expect(notice).toBeVisible();
    await axe(page);
    const site = new WebsiteScreen(page, say);
    await site.ready();
    const remark = site.field("service.remark");
    await remark.fill("介绍本单位经营的日用品样例与门店位置，查询恢复之前写下，不含论坛与交易功能。");
    await site.saved();
    await page.getByRole("button", { name: say("systems.again"), exact: true }).click();
    await expect(page.getByRole("button", { name: say("systems.again"), exact: true })).not.toHaveAttribute(
      "aria-busy",
      "true",
    );
    await expect(notice).toBeVisible();
    await expect(remark).toHaveValue(/查询恢复之前写下/);
  });

  await test.step("the task list and the check page name it; nothing is handed in on what nobody knows", async () => {
    await page.goto(`/console/orders/${id}`);
    await expect(page.getByText(title(say, "domains"))).toBeVisible();
    const done = page.getByRole("button", { name: say("orders.corrections.markDone") });
    await expect(done).toHaveCount(2);
    await done.first().click();
    await expect(done).toHaveCount(1);
    await done.first().click();
    await expect(done).toHaveCount(0);
    // The marks show at once and are sent one after the other, each with a page that waits for the registrar.
    await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
    await page.goto(`/console/orders/${id}/check`);
    await expect(page.getByText(title(say, "domains"))).toBeVisible();
    await expect(page.getByText(say("rules.facts.missing.domains")).first()).toBeVisible();
    await expect(
      page.getByRole("button", { name: say("orders.check.submitBlocked", { count: 1 }) }),
    ).toBeDisabled();
    await axe(page);
    const english = words("en");
    await page.context().addCookies([{ name: "NEXT_LOCALE", value: "en", url: server.url }]);
    await page.reload();
    await expect(page.getByText(title(english, "domains"))).toBeVisible();
    await page.context().addCookies([{ name: "NEXT_LOCALE", value: "zh-CN", url: server.url }]);
    await page.reload();
  });

  await test.step("it comes back: asked again, the order is handed in with what was written meanwhile", async () => {
    registrar.mood = null;
    await askUntilAll(page, say, "domains");
    await expect(page.getByText("查询恢复之前写下").first()).toBeVisible();
    await check.declareAll();
    await check.submit();
    expect(orderOf(server, PERSONA).state).toBe("PROVIDER_REVIEW");
  });

  await test.step("the reviewer is told the same of the business register", async () => {
    const reviewer = await as("reviewer-lin");
    register.mood = silence;
    await reviewer.goto(`/review/orders/${id}`);
    await expect(reviewer.getByText(title(say, "business"))).toBeVisible();
    await axe(reviewer);
    register.mood = null;
    await askUntilAll(reviewer, say, "business");
  });
});
