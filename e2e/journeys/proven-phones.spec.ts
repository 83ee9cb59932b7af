import { AccountsScreen } from "../screens/accounts";
import { factsOf } from "../screens/people";
import { begin } from "../screens/road";

import { PeopleScreen } from "../screens/section";
import { expect, test, words } from "../screens/story";

test.use({ story: "proven-phones" });

const say = words("zh-CN");
const OTHER = "13812345678";

test("a lead's number is proven by a code, lost when it changes, and back with it", async ({ as }) => {
  const { second } = factsOf("filed");
  if (second === null) throw new Error("the persona has a second person");
  const page = await as("filed");
  const orderId = await begin(page, "filed");
  await page.goto(`/console/orders/${orderId}/leads`);
  const people = new PeopleScreen(page, say);
  await people.ready();
  const own = people.person(0);
  await expect(own.getByText(say("phoneProof.proven")), "the account's own number").toBeVisible();

  await people.giveServiceToSomebodyElse(0);
  const card = people.person(1);
  const phone = people.field("person.phone1", card);
  const code = card.getByLabel(say("phoneProof.code"), { exact: true });
  const confirm = card.getByRole("button", { name: say("phoneProof.confirm"), exact: true });
  const proven = card.getByText(say("phoneProof.proven"), { exact: true });
  await expect(card.getByText(say("phoneProof.unproven")), "nothing to prove yet").toHaveCount(0);
  await people.field("person.name", card).fill(second.name);
  await phone.fill(second.phone);
  await card.getByRole("button", { name: say("phoneProof.send") }).click();
  await expect(code).toBeFocused();

  await code.fill("12");
  await code.press("Enter");
  await expect(card.getByText(say("errors.reason.lead-phone.wrong"))).toBeVisible();
  await expect(code, "nothing typed is lost").toHaveValue("12");
  await expect(people.field("person.name", card)).toHaveValue(second.name);

  const mailbox = await page.context().newPage();
  await code.fill(await new AccountsScreen(mailbox, say).code(second.phone));
  await mailbox.close();
  await confirm.click();
  await expect(proven).toBeVisible();
  await expect(code).toHaveCount(0);

  await phone.fill(OTHER);
  await expect(card.getByText(say("phoneProof.unproven"), { exact: true })).toBeVisible();
  await phone.fill(second.phone);
  await expect(proven).toBeVisible();
  await people.saved();
  await page.reload();
  await expect(people.person(1).getByText(say("phoneProof.proven"), { exact: true })).toBeVisible();
});
