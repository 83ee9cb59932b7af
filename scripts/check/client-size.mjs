// Checks what every page of a build loads above the framework's floor, compressed. `--root DIR` checks another tree.
import { join } from "node:path";
import { KILOBYTES, pageSizes } from "../lib/page-sizes.mjs";

const FORM = /^\/console\/orders\//;
/** Whoever moves these pages moves the check. */
const HEAVIEST_FORMS = [
  "/console/orders/[id]/entity",
  "/console/orders/[id]/leads",
  "/console/orders/[id]/services/[serviceId]",
];

const at = process.argv.indexOf("--root");
const root = at > 0 ? process.argv[at + 1] : process.cwd();
const pages = pageSizes(join(root, process.env.NEXT_DIST_DIR ?? ".next-test"));

const limitOf = (page) => (FORM.test(page) ? KILOBYTES.form : KILOBYTES.page);
const kB = (bytes) => (bytes / 1000).toFixed(1);
const problems = [
  ...pages
    .filter(({ page, bytes }) => bytes > limitOf(page) * 1000)
    .map(
      ({ page, bytes }) =>
        `${page} loads ${kB(bytes)} kB above the framework's; ${limitOf(page)} are allowed`,
    ),
  // A checker that sees nothing finds nothing: neither a page left out nor one without scripts is light.
  ...HEAVIEST_FORMS.filter((form) => !pages.some(({ page }) => page === form)).map(
    (form) => `${form} was not found`,
  ),
  ...pages.filter(({ bytes }) => bytes === 0).map(({ page }) => `${page} loads nothing, which cannot be`),
];

for (const problem of problems) console.error(problem);
const forms = pages.filter(({ page }) => FORM.test(page));
const heaviest = (list) => (list[0] ? `${kB(list[0].bytes)} kB (${list[0].page})` : "none");
console.log(`${pages.length} pages, heaviest ${heaviest(pages)}; of the form ${heaviest(forms)}`);
process.exit(problems.length === 0 ? 0 : 1);
