// Not from next-intl: that loads the framework, which commands, workers and tests run without.
import { createTranslator } from "use-intl/core";
import { loadMessages } from "./load";
import { type Locale, TIME_ZONE } from "./locales";

/** Values a sentence may take. */
export type MessageParams = Record<string, string | number | Date>;

/** Turns the dotted id of a message into a sentence. */
export type Translate = {
  (id: string, params?: MessageParams): string;
  /** Whether the catalogue has the id. */
  has(id: string): boolean;
};

/** Sentences outside React: mails, commands, use cases that write text. Ids start with the namespace. */
export function translator(locale: Locale): Translate {
  // The library derives the type of ids from the type of the messages; ours are read at run time.
  return createTranslator({
    locale,
    messages: loadMessages(locale),
    timeZone: TIME_ZONE,
  }) as unknown as Translate;
}
