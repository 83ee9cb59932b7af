import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { PERSONA_PASSWORD } from "../../lib/boot/seed/persona-data";
import { expect, test } from "../screens/story";
import { rows } from "../support/state";

test.use({ story: "webhooks" });

interface Call {
  readonly id: string;
  readonly time: string;
  readonly signature: string;
  readonly body: string;
}

/** The provider's own system: keeps what it is sent, and answers as it is told. */
async function openReceiver() {
  const calls: Call[] = [];
  let status = 204;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const header = (name: string) => String(request.headers[`webhook-${name}`]);
      const body = Buffer.concat(chunks).toString("utf8");
      calls.push({ id: header("id"), time: header("timestamp"), signature: header("signature"), body });
      response.writeHead(status).end();
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`,
    calls,
    types: () => calls.map(({ body }) => (JSON.parse(body) as { type: string }).type),
    answer(next: number) {
      status = next;
    },
    close: () => server.close(),
  };
}

const signed = (secret: string, { id, time, body }: Call) =>
  `v1,${createHmac("sha256", Buffer.from(secret.slice("whsec_".length), "base64"))
    .update(`${id}.${time}.${body}`)
    .digest("base64")}`;

test("a receiver is named, told of an order's life with signatures, refuses, and is told again", async ({
  as,
  say,
  server,
}) => {
  const receiver = await openReceiver();
  const admin = await as("admin");
  const secrets: string[] = [];

  await test.step("an address that may not be called is refused beside its field; a good one gets a secret, once", async () => {
    await admin.goto("/review/webhooks");
    const form = admin.getByRole("form", { name: say("webhooks.new") });
    const add = form.getByRole("button", { name: say("webhooks.create"), exact: true });
    await form.getByLabel(say("webhooks.url"), { exact: true }).fill("http://169.254.169.254/latest");
    await add.click();
    await expect(form.getByText(say("errors.reason.webhook.url"))).toBeVisible();
    await form.getByLabel(say("webhooks.url"), { exact: true }).fill(receiver.url);
    await form.getByLabel(new RegExp(`^${say("webhooks.description")}`)).fill("CRM");
    await add.click();
    const shown = admin.getByText(/^whsec_/);
    await expect(shown).toBeVisible();
    secrets.push((await shown.textContent()) ?? "");
    await admin.reload();
    await expect(shown).toHaveCount(0);
    await expect(admin.getByRole("heading", { name: "CRM" })).toBeVisible();
  });

  await test.step("its name is corrected; a bad address is refused beside its field and keeps what was typed", async () => {
    await admin.getByRole("button", { name: say("webhooks.changeTitle", { name: "CRM" }) }).click();
    const asked = admin.getByRole("dialog");
    await asked.getByLabel(say("webhooks.url"), { exact: true }).fill("ftp://nowhere");
    await asked.getByLabel(new RegExp(`^${say("webhooks.description")}`)).fill("客户系统");
    await asked.getByRole("button", { name: say("common.save"), exact: true }).click();
    await expect(asked.getByText(say("errors.reason.webhook.url"))).toBeVisible();
    await asked.getByLabel(say("webhooks.url"), { exact: true }).fill(receiver.url);
    await asked.getByRole("button", { name: say("common.save"), exact: true }).click();
    await expect(admin.getByRole("heading", { name: "客户系统" })).toBeVisible();
  });

  await test.step("a test arrives", async () => {
    await admin.getByRole("button", { name: say("webhooks.testOf", { name: "客户系统" }) }).click();
    await expect.poll(receiver.types).toEqual(["test"]);
    await admin.reload();
    await expect(admin.getByRole("row").filter({ hasText: say("webhooks.event.test") })).toContainText(
      say("webhooks.delivery.arrived"),
    );
  });

  const [order] = rows<{ id: string; number: string }>(
    server,
    "SELECT id, number FROM orders WHERE headline = ?",
    "quanpan-sample.cn",
  );
  const page = await as(null);
  const dialog = page.getByRole("dialog");
  const press = async (command: "withdraw" | "abandon") => {
    const name = say(`orders.actions.${command}.label`);
    await page.getByRole("button", { name, exact: true }).click();
    await dialog.getByRole("button", { name, exact: true }).click();
  };

  await test.step("the holder of an order takes it back: the receiver hears of it, signed, without his name", async () => {
    await page.goto("/sign-in");
    await page.getByLabel(say("auth.email"), { exact: true }).fill("extra-quanpan@sandbox.invalid");
    await page.getByLabel(say("auth.password"), { exact: true }).fill(PERSONA_PASSWORD);
    await page.getByRole("button", { name: say("auth.signIn"), exact: true }).click();
    await page.waitForURL("/console");
    await page.goto(`/console/orders/${order?.id}`);
    await press("withdraw");
    await expect.poll(receiver.types).toEqual(["test", "order.withdrawn"]);
    const call = receiver.calls[1];
    expect(call?.signature).toBe(call && signed(secrets[0] ?? "", call));
    expect(JSON.parse(call?.body ?? "{}").data.order).toMatchObject({
      number: order?.number,
      state: "DRAFT",
    });
  });

  await test.step("with a new secret both sign; a refusal is shown, and sent again with the same id", async () => {
    await admin.reload();
    await admin.getByRole("button", { name: say("webhooks.rotateTitle", { name: "客户系统" }) }).click();
    const asked = admin.getByRole("dialog");
    await asked.getByRole("button", { name: say("webhooks.rotate"), exact: true }).click();
    secrets.push((await asked.getByText(/^whsec_/).textContent()) ?? "");
    await asked
      .getByRole("button", { name: say("common.close"), exact: true })
      .last()
      .click();
    receiver.answer(400);
    await press("abandon");
    await expect.poll(receiver.types).toEqual(["test", "order.withdrawn", "order.abandoned"]);
    const [, , call] = receiver.calls;
    expect(call?.signature.split(" ")).toEqual(call && secrets.toReversed().map((one) => signed(one, call)));
    await admin.reload();
    await expect(admin.getByText(say("webhooks.failing"))).toBeVisible();
    receiver.answer(204);
    await admin
      .getByRole("button", {
        name: say("webhooks.againOf", { event: say("webhooks.event.abandoned"), name: "客户系统" }),
      })
      .click();
    await expect.poll(() => receiver.calls.length).toBe(4);
    expect(receiver.calls[3]?.id).toBe(call?.id);
    await admin.reload();
    await expect(admin.getByText(say("webhooks.failing"))).toHaveCount(0);
  });
  receiver.close();
});
