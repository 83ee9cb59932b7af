import { follow, inFiledService, inFiling, inOrder } from "./shots.steps.mjs";

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
  { name: "leave", path: "/console/filings", act: inFiling("/leave") },
  { name: "leave-answer", path: "/console/filings", act: inFiling("/leave?gone=everything&used=no") },
  { name: "filed-service", path: "/console/filings", act: inFiledService },
].map((page) => ({ persona: "filed", ...page }));
