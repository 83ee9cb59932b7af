import { factsOf } from "../screens/people";
import { begin } from "../screens/road";
import { PeopleScreen } from "../screens/section";
import { expect, test, words } from "../screens/story";

test.use({ story: "known-people" });

const say = words("zh-CN");

test("somebody filed before is chosen, not typed again", async ({ as }) => {
  const { second } = factsOf("filed");
  if (second === null) throw new Error("the persona has a second person");
  const page = await as("filed");
  const orderId = await begin(page, "filed");
  await page.goto(`/console/orders/${orderId}/leads`);
  const people = new PeopleScreen(page, say);
  await people.ready();
  await people.giveServiceToSomebodyElse(0);
  const card = people.person(1);
  const offer = card.getByLabel(say("sections.known.person"));
  const option = offer.locator("option").filter({ hasText: second.name });
  await expect(option).not.toContainText(second.idNo);
  await offer.selectOption(await option.getAttribute("value"));
  await expect(people.field("person.name", card)).toHaveValue(second.name);
  await expect(people.field("person.name", card)).toBeFocused();
  await expect(people.field("person.idNo", card)).toHaveValue(second.idNo);
  await expect(people.field("person.phone1", card)).toHaveValue(second.phone);
  await people.saved();
  await page.reload();
  await expect(people.field("person.idNo", people.person(1))).toHaveValue(second.idNo);
});
