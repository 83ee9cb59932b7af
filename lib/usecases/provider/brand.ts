import "server-only";
import type { Locale } from "@/lib/messages/locales";
import { translator } from "@/lib/messages/translator";
import { nameIn } from "@/lib/provider/profile";
import { currentProfile } from "./profile";

/** What text messages and subjects are signed with, in the reader's language. */
export async function signature(locale: Locale): Promise<string> {
  const { profile } = await currentProfile();
  return nameIn(profile, locale) ?? translator(locale)("notifications.signature");
}

/** The last lines of a mail: name and service phone; empty while neither is set. Needs no language. */
export async function mailFooter(): Promise<string> {
  const { profile } = await currentProfile();
  const lines = [nameIn(profile, "zh-CN"), [profile.phone, profile.hours].filter(Boolean).join("  ")];
  const said = lines.filter(Boolean);
  return said.length === 0 ? "" : `\n\n-- \n${said.join("\n")}`;
}
