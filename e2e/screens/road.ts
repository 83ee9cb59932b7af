import type { Page } from "@playwright/test";
import type { TestServer } from "../support/server";
import { rows } from "../support/state";
import { CheckScreen } from "./check";
import { DeskScreen } from "./desk";
import { MaterialsScreen } from "./materials";
import { factsOf } from "./people";
import { SandboxScreen } from "./sandbox";
import { type EntityAnswers, EntityScreen, PeopleScreen, type PersonAnswers, WebsiteScreen } from "./section";
import { StartScreen } from "./start";
import { type As, expect, words } from "./story";
import { ReviewScreen } from "./workbench";

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

/** What the certificate says, as the persona's account has it; the rest differs from journey to journey. */
type EntityRest = Pick<EntityAnswers, "city" | "district"> & Partial<EntityAnswers>;
const UNIT_CERT = { validFrom: "2019-03-12" };
const ID_CARD = { validFrom: "2016-05-01", validTo: "2036-05-01" };

/** Opens and fills the page of the organiser; whoever called goes on from it. */
export async function fillEntity(page: Page, order: string, persona: string, rest: EntityRest) {
  const { account } = factsOf(persona);
  const entity = new EntityScreen(page, say);
  await page.goto(`/console/orders/${order}/entity`);
  await entity.ready();
  const cert = account.kind === "unit" ? UNIT_CERT : ID_CARD;
  await entity.fill({ name: account.realName, address: account.address, ...cert, ...rest });
  return entity;
}

/** Fills the n-th card of the people in charge: everybody here has a card of the same dates. */
export async function fillPerson(page: Page, index: number, answers: PersonAnswers): Promise<PeopleScreen> {
  const people = new PeopleScreen(page, say);
  await people.ready();
  const identity = answers.idNo === undefined ? {} : ID_CARD;
  await people.fillPerson(index, { ...identity, ...answers });
  return people;
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

interface Lead {
  readonly name: string;
  readonly phone: string;
  readonly idNo: string;
}

/** The number the order is known by, and where it stands now. */
export function orderNow(server: TestServer, id: string): { number: string; state: string } {
  const sql = "SELECT number, state FROM orders WHERE id = ?";
  const [order] = rows<{ number: string; state: string }>(server, sql, id);
  if (order === undefined) throw new Error(`no order ${id}`);
  return order;
}

/** A reviewer claims, phones everybody in charge and approves; `look` is what he looks at before. */
export async function review(
  as: As,
  number: string,
  leads: readonly Lead[],
  look?: (desk: Page) => Promise<void>,
): Promise<void> {
  const desk = await as("reviewer-lin");
  const bench = new ReviewScreen(desk, say);
  await bench.claim(number);
  await look?.(desk);
  await bench.recordCalls(leads.map(({ name }) => name));
  await bench.approve();
}

/** Ten minutes later the authority has it, and everybody in charge types the code his phone got. */
export async function verify(
  visitor: Page,
  server: TestServer,
  order: string,
  leads: readonly Lead[],
): Promise<void> {
  const sandbox = new SandboxScreen(visitor, say);
  await sandbox.advance("minutes10");
  await expect.poll(() => orderNow(server, order).state).toBe("SMS_PENDING");
  for (const [index, { phone, idNo }] of leads.entries()) {
    const code = await sandbox.codeFor(phone);
    await visitor.goto("/verify");
    await sandbox.tryCode(phone, idNo, code);
    await sandbox.expectOutcome(index === leads.length - 1 ? "outcome.all_done" : "outcome.done");
  }
  await expect.poll(() => orderNow(server, order).state).toBe("AUTHORITY_REVIEW");
}

/** The officer approves what stands under a domain; `look` is what he looks at before. */
export async function decide(as: As, domain: string, look?: (desk: Page) => Promise<void>): Promise<void> {
  const officer = await as("officer");
  const desk = new DeskScreen(officer, say);
  await desk.open(domain);
  await look?.(officer);
  await desk.approve();
}
