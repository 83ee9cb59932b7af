import { createTranslator } from "use-intl/core";
import { loadMessages } from "@/lib/messages/load";
import type { Locale } from "@/lib/messages/locales";

export type { Locale };

/** A sentence of the catalogue by its id, `orders.start.check`. */
export type Say = (id: string, values?: Readonly<Record<string, string | number>>) => string;

/** The words of the interface, so that a story runs in either language. An unknown id is an error. */
export function words(locale: Locale): Say {
  const translate = createTranslator({
    locale,
    messages: loadMessages(locale),
    timeZone: "Asia/Shanghai",
    onError: (error) => {
      throw error;
    },
  }) as unknown as Say;
  return (id, values) => translate(id, values);
}

/** A label as a page shows it: whole, with or without the mark of an optional field. */
export const labelled = (label: string): RegExp =>
  new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(（选填）| \\(optional\\))?$`);
