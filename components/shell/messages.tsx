import { getLocale, getMessages, getTimeZone } from "next-intl/server";
import type { ReactNode } from "react";
import { toLocale } from "@/lib/messages/locales";
import { pickMessages } from "@/lib/messages/parts";
import { MessagesProvider } from "./messages-provider";

export type MessagesProps = {
  /** Whole namespaces, or parts of them by dotted path: `errors`, `fields.entity`. */
  namespaces: readonly string[];
  children: ReactNode;
};

/**
 * Gives the client components below it these messages, beside those given further up. Server components
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
