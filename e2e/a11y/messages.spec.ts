import { expect, test } from "../screens/story";
import { Caller } from "../support/caller";
import { orderOf } from "../support/state";

test.use({ story: "a11y" });

const LIMIT = 40_000;

/** The end of the JSON object that begins at `from`. */
function endOf(text: string, from: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === "\\") at += 1;
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === "{") depth += 1;
    else if (!quoted && sign === "}") {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}

/** Bytes of the message catalogues a page carries for its client components, and their namespaces. */
function messagesIn(html: string): { bytes: number; namespaces: string[] } {
  const flight = [...html.matchAll(/self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)/g)]
    .map(([, json]) => JSON.parse(json ?? '""') as string)
    .join("");
  let bytes = 0;
  const namespaces: string[] = [];
  for (const { index } of flight.matchAll(/"messages":\{/g)) {
    const from = index + '"messages":'.length;
    const object = flight.slice(from, endOf(flight, from));
    bytes += Buffer.byteLength(object);
    namespaces.push(...Object.keys(JSON.parse(object) as object));
  }
  return { bytes, namespaces };
}

/** Every kind of page, as who sees it. `:order` is his own order, `:site` its first website. */
const PATHS: Readonly<Record<string, readonly string[]>> = {
  "": [
    "/",
    "/sign-in",
    "/sandbox",
    "/sandbox/mailbox",
    "/sandbox/clock",
    "/verify",
    "/query",
    "/rules",
    "/rules/jiangsu",
    "/rules/book",
    "/materials",
    "/calendar",
  ],
  "fresh-unit": ["/console", "/console/orders/new", "/console/resources", "/console/notifications"],
  "draft-half": [
    "/console/orders/:order",
    "/console/orders/:order/entity",
    "/console/orders/:order/services",
    "/console/orders/:order/services/:site",
    "/console/orders/:order/leads",
    "/console/orders/:order/materials",
    "/console/orders/:order/check",
  ],
  "rejected-two": ["/console/orders/:order", "/console/orders/:order/services/:site"],
  filed: ["/console", "/console/orders", "/console/filings", "/console/orders/:order"],
  "reviewer-zhao": ["/review/queue/mine", "/review/queue/all"],
  officer: ["/authority/queue/review", "/authority/submissions/1", "/authority/settings"],
};

for (const locale of ["zh-CN", "en"] as const) {
  test(`pages carry few messages to the browser, ${locale}`, async ({ server }) => {
    const measured: { path: string; bytes: number; namespaces: readonly string[] }[] = [];
    for (const [persona, paths] of Object.entries(PATHS)) {
      const visitor = persona === "" ? Caller.anonymous(server) : await Caller.as(server, persona);
      await visitor.json("POST", "/api/preferences", { locale });
      const order = paths.some((path) => path.includes(":order")) ? orderOf(server, persona).id : "";
      const list = await (await visitor.fetch("GET", `/console/orders/${order}/services`)).text();
      const site = /\/services\/(svc_\w+)/.exec(list)?.[1] ?? "";
      for (const path of paths) {
        const page = await visitor.fetch("GET", path.replace(":order", order).replace(":site", site));
        expect(page.status, path).toBe(200);
        const html = await page.text();
        expect(html).toContain(`<html lang="${locale}"`);
        measured.push({ path, ...messagesIn(html) });
      }
    }
    expect(
      measured.filter(({ bytes }) => bytes === 0).map(({ path }) => path),
      "measured",
    ).toEqual([]);
    expect(measured.filter(({ bytes }) => bytes > LIMIT)).toEqual([]);
  });
}
