import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locale } from "./locales";

/** Nested messages as the JSON files hold them. */
export type Messages = { [key: string]: string | Messages };

const CACHE = new Map<Locale, Messages>();

/**
 * All messages of a language, one key per namespace. A namespace is a file: adding
 * `zh-CN/<name>.json` and `en/<name>.json` is all there is to do.
 */
export function loadMessages(locale: Locale): Messages {
  const cached = CACHE.get(locale);
  // Read anew while developing, so that edited sentences show without a restart.
  if (cached && process.env.NODE_ENV !== "development") return cached;
  const folder = join(/* turbopackIgnore: true */ process.cwd(), "lib", "messages", locale);
  const messages: Messages = {};
  for (const file of readdirSync(folder).sort()) {
    if (file.endsWith(".json"))
      messages[file.slice(0, -5)] = JSON.parse(readFileSync(join(folder, file), "utf8")) as Messages;
  }
  CACHE.set(locale, messages);
  return messages;
}

/** Only the named namespaces: what a page sends to the browser. An unknown name is a bug. */
export function pickMessages(messages: Messages, namespaces: readonly string[]): Messages {
  return Object.fromEntries(
    namespaces.map((name) => {
      const found = messages[name];
      if (found === undefined) throw new Error(`no message namespace "${name}"`);
      return [name, found];
    }),
  );
}
