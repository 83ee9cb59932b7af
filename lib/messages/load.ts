import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locale } from "./locales";

/** Nested messages as the JSON files hold them. */
export type Messages = { [key: string]: string | Messages };

const CACHE = new Map<Locale, Messages>();

function readFolder(folder: string): Messages {
  const messages: Messages = {};
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) messages[entry.name] = readFolder(path);
    else if (entry.name.endsWith(".json"))
      messages[entry.name.slice(0, -5)] = JSON.parse(readFileSync(path, "utf8")) as Messages;
  }
  return messages;
}

/**
 * All messages of a language, one key per namespace. A namespace is a file, or a folder of files when it is large:
 * adding `zh-CN/<name>.json` and `en/<name>.json` is all there is to do.
 */
export function loadMessages(locale: Locale): Messages {
  const cached = CACHE.get(locale);
  // Read anew while developing, so that edited sentences show without a restart.
  if (cached && process.env.NODE_ENV !== "development") return cached;
  const folder = join(/* turbopackIgnore: true */ process.cwd(), "lib", "messages", locale);
  const messages = readFolder(folder);
  CACHE.set(locale, messages);
  return messages;
}
