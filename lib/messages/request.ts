import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { loadMessages } from "./load";
import { LOCALE_COOKIE, TIME_ZONE, toLocale } from "./locales";

/** next-intl's configuration of a request: the language is the visitor's cookie, never the path. */
export default getRequestConfig(async () => {
  const locale = toLocale((await cookies()).get(LOCALE_COOKIE)?.value);
  return { locale, messages: loadMessages(locale), timeZone: TIME_ZONE };
});
