import "server-only";
import type { Tx } from "@/db/transaction";
import { newId } from "@/lib/ids";
import { enqueue } from "@/lib/work/outbox";

export const NOTICES = [
  "password-changed",
  "password-reset",
  "email-changed",
  "phone-changed",
  "realname-changed",
  "became-owner",
  "removed",
  "factor-on",
  "factor-off",
] as const;
export type Notice = (typeof NOTICES)[number];

/** Payload of the topic `account.message`: ids only; addresses and words are looked up when it is delivered. */
export type AccountMessage =
  | { readonly kind: "link"; readonly linkId: string }
  | { readonly kind: "code"; readonly changeId: string; readonly end: "old" | "new" }
  | { readonly kind: "lead-code"; readonly proofId: string }
  | { readonly kind: "cancel-code"; readonly codeId: string; readonly channel: "PHONE" | "EMAIL" }
  | { readonly kind: "migration-code"; readonly migrationId: string; readonly codeId: string }
  | { readonly kind: "notice"; readonly notice: Notice; readonly userId: string };

/** Sent after commit, at least once. Notifications of orders have a road of their own. */
export const sendAccountMessage = (tx: Tx, message: AccountMessage): Promise<void> =>
  enqueue(tx, { topic: "account.message", key: `account:${message.kind}:${newId()}`, payload: message });
