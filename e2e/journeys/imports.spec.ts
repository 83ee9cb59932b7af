import { APPLICANTS } from "../../lib/boot/seed/persona-data";
import { IMPORT_COLUMNS } from "../../lib/imports/kinds";
import { axe } from "../fixtures";
import { expect, test } from "../screens/story";
import { rows } from "../support/state";

test.use({ story: "imports" });

const heading = (kind: "customers" | "servers") => IMPORT_COLUMNS[kind].map(({ name }) => name).join(",");
const email = APPLICANTS.find(({ id }) => id === "draft-half")?.email ?? "";

test("a bad file names its rows and keeps nothing; a good one brings a server its holder can file for", async ({
  as,
  say,
  server,
}) => {
  const staff = await as("supervisor");
  const panel = staff.getByRole("form", { name: say("imports.new") });
  const look = async (kind: "customers" | "servers", ...lines: readonly string[]) => {
    await panel.locator(`input[name="kind"][value="${kind}"]`).check();
    const buffer = Buffer.from([heading(kind), ...lines].join("\n"));
    await panel
      .locator('input[type="file"]')
      .setInputFiles({ name: `${kind}.csv`, mimeType: "text/csv", buffer });
    await panel.getByRole("button", { name: say("imports.look"), exact: true }).click();
  };
  const confirm = staff.getByRole("button", { name: say("imports.confirm"), exact: true });
  const kept = () => rows<{ id: string }>(server, "SELECT id FROM resources WHERE imported = 1");
  const SERVER = "ins-e2e,C-1,导入的服务器,CVM,yes,12,2099-12-31,yes,203.0.113.99,330000";
  await staff.goto("/review/imports");

  await test.step("customers first", async () => {
    await look("customers", `C-1,${email}`);
    await expect(staff.getByText(say("imports.count.added", { count: 1 }))).toBeVisible();
    await confirm.click();
    await expect(staff.getByRole("row").filter({ hasText: say("imports.kinds.customers") })).toBeVisible();
  });

  await test.step("rows that cannot be read are named, and nothing is kept", async () => {
    await look(
      "servers",
      SERVER,
      SERVER.replace("ins-e2e", "ins-2").replace("2099-12-31", "2099-02-30"),
      "x",
    );
    await expect(staff.getByText(say("imports.bad", { count: 2 }))).toBeVisible();
    const row = (line: string) =>
      staff
        .getByRole("region", { name: say("imports.badRows") })
        .getByRole("row")
        .filter({ hasText: line });
    await expect(row("expires_on")).toContainText(say("imports.problem.date"));
    await expect(row(say("imports.wholeRow"))).toContainText(
      say("imports.problem.cells", { count: 1, wanted: 10 }),
    );
    await expect(confirm).toHaveCount(0);
    await axe(staff);
    expect(kept()).toEqual([]);
  });

  await test.step("the corrected file is shown, then taken over; the same again is nothing new", async () => {
    await look("servers", SERVER);
    await confirm.click();
    await expect(staff.getByRole("row").filter({ hasText: say("imports.kinds.servers") })).toBeVisible();
    expect(kept()).toEqual([{ id: "ins-e2e" }]);
    await look("servers", SERVER);
    await expect(staff.getByText(say("imports.nothing", { count: 1 }))).toBeVisible();
  });

  await test.step("its holder sees the server, and can choose it in the form of his website", async () => {
    const page = await as("draft-half");
    await page.goto("/console/resources");
    await expect(page.getByRole("row").filter({ hasText: "导入的服务器" })).toBeVisible();
    const [order] = rows<{ id: string }>(
      server,
      "SELECT o.id FROM orders o JOIN customers c ON c.account_id = o.account_id WHERE o.state = 'DRAFT'",
    );
    await page.goto(`/console/orders/${order?.id}/services`);
    await page.locator('main a[href*="/services/svc"]').first().click();
    await page.waitForURL(/\/services\/svc/);
    await expect(page.getByText("导入的服务器")).not.toHaveCount(0);
  });
});
