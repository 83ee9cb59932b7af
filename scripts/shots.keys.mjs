/** The page of keys for scripts: nothing is made, so that it may be visited any number of times. */
const PAGE = { persona: "fresh-unit", path: "/console/tokens" };

export const KEYS = [
  { ...PAGE, name: "tokens-empty" },
  {
    ...PAGE,
    name: "tokens-errors",
    act: async (tab) => {
      await tab
        .locator("main")
        .getByRole("button", { name: /^(新建密钥|Create key)$/ })
        .click();
      await tab.locator('[aria-invalid="true"]').first().waitFor();
    },
  },
];
