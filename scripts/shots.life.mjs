import { follow, inOrder } from "./shots.steps.mjs";

/** A row of a list of staff, by something that stands in it, and the page its link leads to. */
const inRow = (prefix, text) => async (tab) => {
  await tab.locator("main :is(tr, li)", { hasText: text }).locator(`a[href^="${prefix}"]`).first().click();
  await tab.waitForURL((url) => url.pathname.startsWith(prefix));
};
/** The record itself, or a page below it: above the table stand links to what was found wrong with it. */
const inRecord =
  (below = "") =>
  async (tab) => {
    const links = tab.locator('main table a[href^="/console/filings/0"]');
    await tab.goto(`${await links.first().getAttribute("href")}${below}`);
  };
/** The page of what was found wrong, from the list of what is filed. */
const inInspection = (place) => async (tab) => {
  await tab.locator('main a[href*="/inspections/"]', { hasText: place }).first().click();
  await tab.waitForURL("**/inspections/*-*");
};
const OWNER = /域名所有者|belongs to/;
const MATERIAL = /核验材料|Verification material/;

/** What comes after an approval, for its holder. */
const HOLDER = [
  { name: "overview-life", path: "/console" },
  { name: "orders-life", path: "/console/orders" },
  { name: "order-cancelling", path: "/console/orders", act: inOrder("") },
  { name: "filings-life", path: "/console/filings" },
  { name: "filing-life", path: "/console/filings", act: inRecord() },
  { name: "filing-inspection", path: "/console/filings", act: inInspection(MATERIAL) },
  { name: "filing-inspection-answered", path: "/console/filings", act: inInspection(OWNER) },
  { name: "change-before-asked", path: "/console/filings", act: inRecord("/change/before?about=name") },
].map((page) => ({ persona: "life-under-way", ...page }));

/** And for staff. */
const STAFF = [
  { name: "inspections", path: "/review/inspections" },
  { name: "inspections-over", path: "/review/inspections?view=over" },
  {
    name: "inspection-overdue",
    path: "/review/inspections",
    act: inRow("/review/inspections/0", "静河样例"),
  },
  {
    name: "inspection-answered",
    path: "/review/inspections",
    act: inRow("/review/inspections/0", OWNER),
  },
  { name: "inspection-new", path: "/review/inspections/new" },
  { name: "cancellations", path: "/review/cancellations" },
  { name: "cancellation", path: "/review/cancellations", act: follow("/review/cancellations/0") },
  { name: "tickets", path: "/review/tickets" },
  { name: "ticket", path: "/review/tickets", act: follow("/review/tickets/0") },
  { name: "questions", path: "/review/questions" },
  { name: "queue-mine-held", path: "/review/queue/mine" },
  { name: "workbench-change", path: "/review/queue/mine", act: inRow("/review/orders/", "yuncang") },
  { name: "workbench-access", path: "/review/queue/mine", act: inRow("/review/orders/", "binhai") },
].map((page) => ({ persona: "reviewer-zhao", ...page }));

export const LIFE = [...HOLDER, ...STAFF];
