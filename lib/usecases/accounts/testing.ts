import "server-only";
import { standIn } from "@/lib/boot/seed/situations-staff";
import { runDueWork } from "@/lib/work/run";
import { changePolicy } from "../policy/change-policy";
import { getSetting } from "../policy/get-policy";
import { readMessages, type SandboxMessage } from "../sandbox/message-store";

/** What a newcomer ticks, in the wordings in force. */
export const AGREED = { terms: "2026-11", privacy: "2026-11" };

/** Everything sent so far, newest first. */
export async function mailbox(): Promise<readonly SandboxMessage[]> {
  await runDueWork();
  return readMessages(200);
}

/** The newest message to an address or number. @throws when there is none. */
export async function messageTo(to: string): Promise<SandboxMessage> {
  const found = (await mailbox()).find((message) => message.to === to);
  if (found === undefined) throw new Error("no message to that receiver");
  return found;
}

/** The token of the link in the newest message to an address. */
export async function tokenTo(to: string): Promise<string> {
  const token = /\?t=([\w-]{43})/.exec((await messageTo(to)).body)?.[1];
  if (token === undefined) throw new Error("no link in that message");
  return token;
}

/** The six digits in the newest text message to a number. */
export async function codeTo(phone: string): Promise<string> {
  const code = /(?<!\d)\d{6}(?!\d)/.exec((await messageTo(phone)).body)?.[0];
  if (code === undefined) throw new Error("no code in that message");
  return code;
}

/** The provider sets something, from now on. @throws when he may not. */
export async function setPolicy(setting: string, value: string | boolean | number | string[]): Promise<void> {
  const supervisor = await standIn("supervisor");
  const detail = await getSetting(supervisor, { key: setting });
  if (!detail.ok) throw new Error(detail.error.code);
  const { revision } = detail.value;
  const change = { setting, value, from: null, reason: "for the test", revision };
  const changed = await changePolicy(supervisor, change);
  if (!changed.ok) throw new Error(changed.error.code);
}
