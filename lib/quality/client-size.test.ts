import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { judge } from "./planted";

const DIST = ".next-test";
const FORMS = ["entity", "leads", "services/[serviceId]"].map((step) => `/console/orders/[id]/${step}`);

/** Code of about this weight: what a letter says less, there are more of them. */
const code = (kB: number) => randomBytes(kB * 900).toString("hex");

/** What a build leaves behind of these pages, each with a script of its own weight beside the framework's. */
function built(kilobytes: Readonly<Record<string, number>>): Record<string, string> {
  const files: Record<string, string> = {
    [`${DIST}/build-manifest.json`]: JSON.stringify({ rootMainFiles: ["static/main.js"] }),
    [`${DIST}/static/main.js`]: code(500),
  };
  for (const [index, [page, kB]] of Object.entries(kilobytes).entries()) {
    const own = kB === 0 ? [] : [`static/${index}.js`];
    const manifest = JSON.stringify({ entryJSFiles: { layout: ["static/main.js", ...own], page: own } });
    for (const file of own) files[`${DIST}/${file}`] = code(kB);
    files[`${DIST}/server/app${page}/page_client-reference-manifest.js`] =
      `globalThis.__RSC_MANIFEST = globalThis.__RSC_MANIFEST || {};\nglobalThis.__RSC_MANIFEST["${page}/page"] = ${manifest};`;
  }
  return files;
}

const forms = (kB: number) => Object.fromEntries(FORMS.map((form) => [form, kB]));

describe("client-size", () => {
  it("lets light pages pass, and does not count the framework's own", async () => {
    const { code: ended, output } = await judge("client-size", built({ ...forms(60), "/review": 100 }));
    expect(output).toContain("4 pages");
    expect(ended).toBe(0);
  });

  it.each([
    ["a heavy step of the form", built({ ...forms(60), [FORMS[1] ?? ""]: 90 }), `${FORMS[1]} loads`],
    ["a heavy page", built({ ...forms(60), "/review": 130 }), "/review loads"],
    ["a page without scripts", built({ ...forms(60), "/review": 0 }), "/review loads nothing"],
    ["forms that went elsewhere", built({ "/review": 60 }), `${FORMS[0]} was not found`],
    ["no build", {}, `${FORMS[0]} was not found`],
  ])("finds %s", async (_what, files, says) => {
    const { code: ended, output } = await judge("client-size", files);
    expect(output).toContain(says);
    expect(ended).toBe(1);
  });
});
