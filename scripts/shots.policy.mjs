/** The policy pages of the list in `shots.pages.mjs`. */
export const POLICY = [
  { name: "policy", persona: "reviewer-lin", path: "/review/policy" },
  { name: "policy-setting-read", persona: "reviewer-lin", path: "/review/policy/remarkMinLength" },
  { name: "policy-edit", persona: "supervisor", path: "/review/policy/remarkMinLength" },
  {
    name: "policy-preview",
    persona: "supervisor",
    path: "/review/policy/remarkMinLength",
    act: async (tab) => {
      // Typing is only heard once the page has come alive.
      await tab.waitForLoadState("networkidle");
      await tab.locator('input[name="value"]').fill("60");
      await tab.locator('main section [role="status"] li').first().waitFor();
    },
  },
  {
    name: "policy-errors",
    persona: "supervisor",
    path: "/review/policy/providerReviewWorkingDays",
    act: async (tab) => {
      await tab.getByRole("button", { name: /^(保存修改|Save the change)$/ }).click();
      await tab.locator('[aria-invalid="true"]').first().waitFor();
    },
  },
  { name: "policy-codes", persona: "supervisor", path: "/review/policy/orderTypesEnabled" },
];
