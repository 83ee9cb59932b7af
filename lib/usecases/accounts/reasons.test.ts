import { expect, it } from "vitest";
import { LOCALES } from "@/lib/messages/locales";
import { translator } from "@/lib/messages/translator";
import { NOTICES } from "./messages";
import { ACCOUNT_REASONS } from "./reasons";

it.each(LOCALES)("every refusal and every mail about accounts has its words in %s", (locale) => {
  const say = translator(locale);
  const kinds = [
    "register",
    "known",
    "reset",
    "invite",
    "staff",
    "email-old",
    "email-new",
    "identity",
    ...NOTICES,
  ];
  const ids = [
    ...ACCOUNT_REASONS.map((reason) => `account.refused.${reason}`),
    ...kinds.flatMap((kind) => [`account.mail.${kind}.subject`, `account.mail.${kind}.body`]),
  ];
  expect(ids.filter((id) => !say.has(id))).toEqual([]);
});
