import type { Locator, Page } from "@playwright/test";

interface Spoken {
  readonly role: string;
  readonly name: string;
  /** The named groups, regions and dialogs around it, outermost first. */
  readonly within: readonly string[];
}

const FIELDS: ReadonlySet<string> = new Set(["textbox", "combobox", "searchbox", "spinbutton", "checkbox"]);
const CONTROLS: ReadonlySet<string> = new Set([...FIELDS, "button", "link", "radio"]);
/** The same checksum stands in two rows when the same file does; either button copies it. */
const CHECKSUM = / [0-9a-f]{64}$/;
const GROUPS: ReadonlySet<string> = new Set(["group", "radiogroup", "region", "dialog", "form"]);

/** All there is to hear: the dialog, while one is open that shuts off the page behind it. */
async function heardOf(page: Page): Promise<Locator> {
  const dialog = page.locator("dialog:modal");
  return (await dialog.count()) > 0 ? dialog.last() : page.locator("body");
}

/** What a screen reader is told of a page, element by element, read off Playwright's own reading of it. */
async function spokenOf(page: Locator): Promise<readonly Spoken[]> {
  const out: Spoken[] = [];
  const groups: { depth: number; name: string }[] = [];
  for (const line of (await page.ariaSnapshot()).split("\n")) {
    const [, indent = "", role = "", quoted] = /^( *)- '?([a-z]+)(?: ("(?:[^"\\]|\\.)*"))?/.exec(line) ?? [];
    if (role === "") continue;
    while ((groups.at(-1)?.depth ?? -1) >= indent.length) groups.pop();
    const name = quoted === undefined ? "" : (JSON.parse(quoted) as string);
    out.push({ role, name, within: groups.map((group) => group.name) });
    if (GROUPS.has(role) && name !== "") groups.push({ depth: indent.length, name });
  }
  return out;
}

/** How often each is there, of those that are there twice and more. */
function repeated(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.filter((name, index) => names.indexOf(name) !== index));
}

/**
 * Buttons called the same, unless their descriptions or the named regions around them differ. Rows of a table that are
 * equal word for word are left alone: nobody who sees them can tell them apart either.
 */
async function twinButtons(page: Locator, name: string): Promise<boolean> {
  const told = await page.getByRole("button", { name, exact: true }).evaluateAll((buttons) =>
    buttons.map((button) => {
      const ids = button.getAttribute("aria-describedby")?.split(" ") ?? [];
      const description = ids.map((id) => document.getElementById(id)?.textContent).join(" ");
      const region = button
        .closest("section[aria-label], [role=group][aria-label]")
        ?.getAttribute("aria-label");
      return { said: `${region} ${description}`, row: button.closest("tr")?.textContent ?? "" };
    }),
  );
  return told.some((one, index) =>
    told
      .slice(index + 1)
      .some((other) => one.said === other.said && (one.row === "" || one.row !== other.row)),
  );
}

/**
 * What somebody who only hears the page could not tell apart: a page without a title, a control without a name, two
 * buttons called the same, two fields of one name in the same group.
 */
export async function unheard(page: Page): Promise<readonly string[]> {
  const heard = await heardOf(page);
  const spoken = (await spokenOf(heard)).filter(({ role }) => CONTROLS.has(role));
  const out = spoken.filter(({ name }) => name.trim() === "").map(({ role }) => `${role} without a name`);
  if ((await page.title()).trim() === "") out.push("a page without a title");
  const fields = spoken.filter(({ role }) => FIELDS.has(role));
  for (const field of repeated(fields.map(({ role, name, within }) => [role, ...within, name].join(" › "))))
    out.push(`${field}, twice`);
  const buttons = spoken.filter(({ role }) => role === "button").map(({ name }) => name);
  for (const name of repeated(buttons))
    if (!CHECKSUM.test(name) && (await twinButtons(heard, name))) out.push(`button ${name}, twice`);
  return out;
}
