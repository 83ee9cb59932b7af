import { press } from "./shots.steps.mjs";

/** The start page's answer to a domain or a filing number. */
const asks =
  ({ domain = "", number = "", app = false }) =>
  async (tab) => {
    if (app) await tab.locator('input[name="service"][value="APP"]').check();
    await tab.locator('input[name="domain"]').fill(domain);
    await tab.locator('input[name="number"]').fill(number);
    await press(/^(查询备案类型|Find the type)$/)(tab);
    await tab.locator("section[aria-live]").waitFor();
  };

/** What is filed elsewhere, as the start page finds it. */
export const ACCESS = [
  { name: "new-access", act: asks({ number: "湘ICP备2021000317号-1" }) },
  { name: "new-access-app", act: asks({ domain: "xianglu-sample.cn", app: true }) },
  { name: "new-two-numbers", act: asks({ domain: "xianglu-first.cn" }) },
].map((page) => ({ persona: "elsewhere-unit", path: "/console/orders/new", ...page }));
