/** The steps by which a page of the list in `shots.pages.mjs` is reached and put into its state. */

/** Clicks the main button of a form as it stands: that is its error state. */
export const press = (name) => (tab) =>
  tab.locator("main").getByRole("button", { name, exact: true }).click();
/** A key that opens a dialog, pressed until the script of the page is there to hear it. */
export const key = (name) => async (tab) => {
  const opened = () => tab.getByRole("dialog").waitFor({ timeout: 1_000 });
  for (let tries = 0; tries < 30; tries += 1) {
    await tab.keyboard.press(name);
    const there = await opened().then(
      () => true,
      () => false,
    );
    if (there) return;
  }
  await opened();
};
export const CONTINUE = /^(继续|Continue)$/;

/** Goes to the persona's own order, or a page below it, then acts there. */
export const inOrder = (below, then) => async (tab) => {
  const order = await tab.locator('main a[href^="/console/orders/0"]').first().getAttribute("href");
  await tab.goto(`${order}${below}`);
  await then?.(tab);
};
/** Follows the first link below main whose address begins like this, then acts there. */
export const follow = (prefix, then) => async (tab) => {
  await tab.locator(`main a[href^="${prefix}"]`).first().click();
  await tab.waitForURL((url) => url.pathname.startsWith(prefix));
  await then?.(tab);
};
export const opens = (act) => async (tab) => {
  await act(tab);
  await tab.getByRole("dialog").waitFor();
};
export const fails = (act) => async (tab) => {
  await act(tab);
  await tab.getByRole("alert").filter({ visible: true }).first().waitFor();
};
export const invalid = (act) => async (tab) => {
  await act(tab);
  await tab.locator('[aria-invalid="true"]').first().waitFor();
};
/** The page of the first website or APP, from their list. */
export const inWebsite = (then) =>
  inOrder("/services", async (tab) => {
    await tab.locator('main ol a[href*="/services/"]').first().click();
    await tab.waitForURL("**/services/svc*");
    await then?.(tab);
  });
/** Goes to what the persona has filed, or a page below it. */
export const inFiling =
  (below = "", then) =>
  async (tab) => {
    const filing = await tab.locator('main a[href^="/console/filings/0"]').first().getAttribute("href");
    await tab.goto(`${filing}${below}`);
    await then?.(tab);
  };
/** The page of the first filed website or APP, from the list. */
export const inFiledService = async (tab) => {
  await tab.locator('main a[href*="/services/"]').first().click();
  await tab.waitForURL("**/filings/**/services/**");
};
