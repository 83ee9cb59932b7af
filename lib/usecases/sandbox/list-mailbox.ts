import "server-only";
import { listAuthoritySms, listPasswordMessages } from "@/lib/authority/sandbox/mailbox";
import { env } from "@/lib/env";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { readMessages } from "./message-store";

const LIMIT = 200;

export interface MailboxMessage {
  readonly id: string;
  /** The provider's own messages, or the authority's. */
  readonly from: "provider" | "authority";
  readonly channel: "mail" | "sms";
  readonly sender: string;
  readonly to: string;
  readonly subject: string | null;
  readonly body: string;
  readonly at: number;
}

async function everything(): Promise<MailboxMessage[]> {
  const [own, authority, passwords] = await Promise.all([
    readMessages(LIMIT),
    listAuthoritySms(LIMIT),
    listPasswordMessages(LIMIT),
  ]);
  return [
    ...own.map(({ orderId: _orderId, ...message }) => ({ ...message, from: "provider" as const })),
    ...authority.map(({ orderId: _orderId, ...message }) => ({
      ...message,
      from: "authority" as const,
      channel: "sms" as const,
      subject: null,
    })),
    ...passwords.map((message) => ({ ...message, from: "authority" as const, subject: null })),
  ].sort((a, b) => b.at - a.at);
}

/** Mail and text messages anybody in the sandbox received, newest first. A sandbox has no secrets from its users. */
export async function listMailbox(): Promise<Result<readonly MailboxMessage[]>> {
  return env.MODE === "sandbox" ? ok(await everything()) : fail(refuse("not_found"));
}
