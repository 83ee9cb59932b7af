import "server-only";
import { runDueWork } from "@/lib/work/run";
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
