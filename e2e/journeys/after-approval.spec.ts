import { factsOf } from "../screens/people";
import { SandboxScreen } from "../screens/sandbox";
import { expect, test } from "../screens/story";
import { rows } from "../support/state";

test.use({ story: "after-approval" });

const { domains } = factsOf("filed");
const DOMAIN = domains[0] ?? "";

interface Answer {
  readonly domain: string;
  readonly served: boolean;
  readonly reason: string | null;
}

test("the owner puts the number on his site; the gateway asks what is served, before and after it is struck off", async ({
  as,
  say,
  server,
  page: visitor,
}) => {
  const admin = await as("admin");
  const owner = await as("filed", { permissions: ["clipboard-read", "clipboard-write"] });
  const officer = await as("officer");
  /** The provider's gateway: no browser, no cookie. */
  const ask = (query: string, token: string | null, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/api/serving${query}`, {
      headers: { ...headers, ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    });
  const answerOf = async (token: string) =>
    ((await (await ask(`?domain=www.${DOMAIN}`, token)).json()) as { domains: Answer[] }).domains[0];
  const filed = rows<{ id: string; number: string; name: string }>(
    server,
    "SELECT s.id, s.number, s.name FROM services AS s JOIN service_domains AS d ON d.service_id = s.id WHERE d.domain = ?",
    DOMAIN,
  )[0];
  if (filed === undefined) throw new Error("the persona has a filed website");

  const token = await test.step("an administrator names the gateway and sees its token, once", async () => {
    await admin.goto("/review/serving");
    const form = admin.getByRole("form", { name: say("serving.new") });
    const add = form.getByRole("button", { name: say("serving.create"), exact: true });
    await add.click();
    await expect(form.getByText(say("errors.reason.serving.name-missing"))).toBeVisible();
    await form.getByLabel(say("serving.name"), { exact: true }).fill("gateway");
    await add.click();
    const shown = admin.getByText(/^icp_[\w-]{43}$/);
    await expect(shown).toBeVisible();
    const made = (await shown.textContent()) ?? "";
    await admin.reload();
    await expect(shown).toHaveCount(0);
    await expect(admin.getByRole("row").filter({ hasText: "gateway" })).toContainText(say("serving.never"));
    return made;
  });

  await test.step("the gateway may serve what is filed; nobody without its token is told anything", async () => {
    expect(await answerOf(token)).toMatchObject({ domain: `www.${DOMAIN}`, served: true, reason: null });
    for (const wrong of [null, "", "icp_", `icp_${"x".repeat(43)}`, token.slice(0, -1), `${token}x`])
      expect((await ask(`?domain=${DOMAIN}`, wrong)).status, String(wrong)).toBe(401);
    // Neither a session nor a session beside a wrong token is one.
    expect((await owner.request.get(`/api/serving?domain=${DOMAIN}`)).status()).toBe(401);
    await admin.reload();
    await expect(admin.getByRole("row").filter({ hasText: "gateway" })).not.toContainText(
      say("serving.never"),
    );
  });

  const cursor = await test.step("what has not changed is not sent again", async () => {
    const first = await ask(`?domain=${DOMAIN}`, token);
    const tag = first.headers.get("etag") ?? "";
    const again = await ask(`?domain=${DOMAIN}`, token, { "if-none-match": tag });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    const all = (await (await ask("", token)).json()) as { changes: Answer[]; cursor: string };
    expect(all.changes.map(({ domain }) => domain)).toContain(DOMAIN);
    const none = (await (await ask(`?after=${all.cursor}`, token)).json()) as typeof all;
    expect([none.changes, none.cursor]).toEqual([[], all.cursor]);
    return all.cursor;
  });

  await test.step("the owner finds what is left to do from his order, and copies the code", async () => {
    await owner.goto("/console/orders");
    await owner.locator('main a[href^="/console/orders/"]:not([href$="/new"])').first().click();
    await owner
      .getByRole("link", { name: say("after.linkOf", { name: `${filed.name} ${DOMAIN}` }), exact: true })
      .click();
    await owner.waitForURL(`/console/filings/after/${filed.id}`);
    await owner.getByRole("button", { name: say("after.copyCode") }).click();
    await expect(owner.getByText(say("after.copied"), { exact: true })).toBeVisible();
    const copied = await owner.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(
      `<a href="https://beian.miit.gov.cn/" target="_blank" rel="noopener noreferrer">`,
    );
    expect(copied).toContain(`>${filed.number}</a>`);
  });

  await test.step("with several domains on one site it is the entity's number", async () => {
    await owner.getByRole("link", { name: say("after.points.direct"), exact: true }).click();
    await owner.waitForURL(/\?domains=direct$/);
    const code = owner.getByRole("region", { name: say("after.code") });
    await expect(code).toContainText(`>${filed.number.replace(/-\d+$/, "")}</a>`);
  });

  await test.step("he ticks a task, and it stays ticked; and takes the tick away", async () => {
    const task = say("after.task.footer-number.name");
    await owner.getByRole("button", { name: say("after.doneOf", { task }), exact: true }).click();
    const undo = owner.getByRole("button", { name: say("after.undoOf", { task }), exact: true });
    await expect(undo).toBeVisible();
    await owner.reload();
    await undo.click();
    await expect(
      owner.getByRole("button", { name: say("after.doneOf", { task }), exact: true }),
    ).toBeVisible();
  });

  await test.step("the desk strikes the number off: the gateway is told, by name and by its cursor", async () => {
    await officer.goto("/authority/register");
    await officer
      .getByRole("button", { name: say("authority.register.actOf.cancelled", { number: filed.number }) })
      .click();
    await officer
      .getByRole("dialog")
      .getByRole("button", { name: say("authority.register.act.cancelled"), exact: true })
      .click();
    await expect(officer.getByText(say("authority.register.done.cancelled")).first()).toBeVisible();
    await new SandboxScreen(visitor, say).advance("minutes10");
    await expect.poll(() => answerOf(token)).toMatchObject({ served: false, reason: "ended" });
    const { changes } = (await (await ask(`?after=${cursor}`, token)).json()) as { changes: Answer[] };
    expect(changes).toMatchObject([{ domain: DOMAIN, served: false, reason: "ended" }]);
    await owner.reload();
    await expect(owner.getByText(say("after.nothing"))).toBeVisible();
  });

  await test.step("a revoked token is refused at once", async () => {
    await admin.reload();
    const revoke = say("serving.revokeTitle", { name: "gateway" });
    await admin.getByRole("button", { name: revoke }).click();
    await admin
      .getByRole("dialog")
      .getByRole("button", { name: say("serving.revoke"), exact: true })
      .click();
    await expect(admin.getByText(say("serving.revoked"), { exact: true }).first()).toBeVisible();
    expect((await ask(`?domain=${DOMAIN}`, token)).status).toBe(401);
    await expect(admin.getByRole("row").filter({ hasText: "gateway" })).toContainText(
      say("serving.states.revoked"),
    );
  });
});
