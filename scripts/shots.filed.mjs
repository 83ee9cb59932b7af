import { follow, inFiledService, inFiling, inOrder, invalid, press } from "./shots.steps.mjs";

/** From the page of a filed service to the one that cancels it, or its access. */
const toCancel = (type) => async (tab) => {
  await inFiledService(tab);
  await tab.locator(`main a[href*="/cancel?type=${type}"]`).first().click();
  await tab.waitForURL(`**/cancel?type=${type}**`);
};

/** What was filed, for whom it belongs to: its cards, and what is left to do after the approval. */
export const FILED = [
  {
    name: "after-approval",
    path: "/console/orders",
    act: inOrder(
      "",
      follow("/console/filings/after/", (tab) => tab.locator("main pre").waitFor()),
    ),
  },
  {
    name: "after-several-domains",
    path: "/console/orders",
    act: inOrder(
      "",
      follow("/console/filings/after/", async (tab) => {
        await tab.locator('main a[href="?domains=direct"]').click();
        await tab.locator('main a[href="?domains=direct"][aria-current]').waitFor();
      }),
    ),
  },
  { name: "filings", path: "/console/filings" },
  { name: "filing", path: "/console/filings", act: inFiling() },
  { name: "filing-history", path: "/console/filings", act: inFiling("/history") },
  { name: "change-begin", path: "/console/filings", act: inFiling("/change") },
  { name: "change-before", path: "/console/filings", act: inFiling("/change/before?about=name") },
  { name: "change-before-kind", path: "/console/filings", act: inFiling("/change/before?about=kind") },
  { name: "change-before-number", path: "/console/filings", act: inFiling("/change/before?about=number") },
  { name: "migrate", path: "/console/filings", act: inFiling("/migrate") },
  {
    name: "migrate-errors",
    path: "/console/filings",
    act: invalid(inFiling("/migrate", press(/^(发送验证码到|Send a code to) /))),
  },
  { name: "leave", path: "/console/filings", act: inFiling("/leave") },
  { name: "leave-answer", path: "/console/filings", act: inFiling("/leave?gone=everything&used=no") },
  { name: "manual", path: "/console/filings", act: inFiling("/manual") },
  { name: "offline-notes", path: "/console/offline" },
  { name: "filed-service", path: "/console/filings", act: inFiledService },
  { name: "cancel-entity", path: "/console/filings", act: inFiling("/cancel?type=entity") },
  {
    name: "cancel-entity-errors",
    path: "/console/filings",
    act: async (tab) => {
      await inFiling("/cancel?type=entity")(tab);
      await tab.locator('main form button[type="submit"]').click();
      await tab.getByRole("alert").filter({ visible: true }).first().waitFor();
    },
  },
  { name: "cancel-service", path: "/console/filings", act: toCancel("service") },
  { name: "cancel-access", path: "/console/filings", act: toCancel("access") },
].map((page) => ({ persona: "filed", ...page }));
