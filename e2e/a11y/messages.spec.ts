import { byPersona, open, pages, visitorOf } from "../screens/page-list";
import { expect, test } from "../screens/story";

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

for (const locale of ["zh-CN", "en"] as const) {
  test(`no page carries more than ${LIMIT / 1000} kB of messages to the browser, ${locale}`, async ({
    browser,
    server,
  }) => {
    test.setTimeout(120_000);
    const heaviest: { name: string; bytes: number; namespaces: string[] }[] = [];
    for (const [persona, mine] of byPersona(pages.filter(({ name }) => !/error|empty|dialog/.test(name)))) {
      const { context, tab } = await visitorOf(browser, server.url, persona, { locale, theme: "light" });
      for (const page of mine) {
        await open(tab, page);
        const html = await (await context.request.get(tab.url())).text();
        heaviest.push({ name: page.name, ...messagesIn(html) });
      }
      await context.close();
    }
    expect(heaviest.filter(({ bytes }) => bytes > 0).length, "the measure finds messages").toBeGreaterThan(
      30,
    );
    expect(heaviest.filter(({ bytes }) => bytes > LIMIT)).toEqual([]);
  });
}
