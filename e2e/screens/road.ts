import type { Page } from "@playwright/test";
import { CheckScreen } from "./check";
import { MaterialsScreen } from "./materials";
import { factsOf } from "./people";
import { WebsiteScreen } from "./section";
import { StartScreen } from "./start";
import { expect, words } from "./story";

const say = words("zh-CN");

/** From the five answers to the order's task list; answers its id. */
export async function begin(page: Page, persona: string, nature?: number): Promise<string> {
  const { account, domains } = factsOf(persona);
  await page.goto("/console/orders/new");
  const start = new StartScreen(page, say);
  if (nature !== undefined)
    await page
      .getByLabel(say("fields.entity.nature.label"), { exact: true })
      .selectOption({ label: say(`codes.nature.${nature}`) });
  await start.answer({ province: account.province, certNo: account.idNo, domain: domains.at(-1) });
  await start.ask();
  return start.begin();
}

interface Site {
  readonly name: string;
  readonly content: number;
  readonly remark: string;
}

/** The page of the only website, on to the people. */
export async function fillSite(page: Page, persona: string, site: Site): Promise<void> {
  const { account, domains, resources } = factsOf(persona);
  const form = new WebsiteScreen(page, say);
  await form.ready();
  await form.fill({
    ...site,
    domain: domains.at(-1) ?? "",
    server: resources[0]?.name ?? "",
    ...(account.kind === "person" && { permits: false as const }),
  });
  await form.continueTo(/\/leads$/);
}

/** Documents by the sandbox's samples, then everything judged, declared and handed in. */
export async function submit(page: Page): Promise<void> {
  const documents = new MaterialsScreen(page, say);
  // biome-ignore lint/correctness/useHookAtTopLevel: a page object, no hook.
  await documents.useSamples();
  await documents.dateAll(new Date(Date.now() - 86_400_000 * 2).toISOString().slice(0, 10));
  await page.getByRole("link", { name: say("orders.toCheck") }).click();
  await page.waitForURL(/\/check$/);
  await expect(page.getByText(say("orders.check.ready"))).toBeVisible();
  const check = new CheckScreen(page, say);
  await check.declareAll();
  await check.submit();
  await expect(page.getByText(say("states.PROVIDER_REVIEW.label"), { exact: true })).toBeVisible();
}
