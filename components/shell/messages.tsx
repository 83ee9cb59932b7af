import { getLocale, getMessages, getTimeZone } from "next-intl/server";
import type { ReactNode } from "react";
import { pickMessages } from "@/lib/messages/load";
import { toLocale } from "@/lib/messages/locales";
import { MessagesProvider } from "./messages-provider";

export type MessagesProps = { namespaces: readonly string[]; children: ReactNode };

/**
 * Gives the client components below it these namespaces, beside those given further up. Server components
 * need nothing: they read the whole catalogue.
 */
export async function Messages({ namespaces, children }: MessagesProps) {
  const [locale, messages, timeZone] = await Promise.all([getLocale(), getMessages(), getTimeZone()]);
  return (
    <MessagesProvider
      locale={toLocale(locale)}
      timeZone={timeZone}
      messages={pickMessages(messages, namespaces)}
    >
      {children}
    </MessagesProvider>
  );
}
