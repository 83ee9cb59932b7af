"use client";

import { NextIntlClientProvider } from "next-intl";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Messages } from "@/lib/messages/load";
import type { Locale } from "@/lib/messages/locales";
import { mergeMessages } from "@/lib/messages/parts";

const Above = createContext<Messages>({});

type Props = { locale: Locale; timeZone: string; messages: Messages; children: ReactNode };

/** next-intl's provider, adding to what providers above it gave instead of hiding it. */
export function MessagesProvider({ locale, timeZone, messages, children }: Props) {
  const above = useContext(Above);
  const all = useMemo(() => mergeMessages(above, messages), [above, messages]);
  return (
    <Above value={all}>
      <NextIntlClientProvider locale={locale} timeZone={timeZone} messages={all}>
        {children}
      </NextIntlClientProvider>
    </Above>
  );
}
