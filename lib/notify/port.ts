/** One mail or text message, ready to send, in the receiver's language. */
export interface OutgoingMessage {
  /** The same message sent twice has the same key: the far side, or the store, keeps one. */
  readonly key: string;
  readonly channel: "mail" | "sms";
  readonly to: string;
  /** Mails only. */
  readonly subject: string | null;
  readonly body: string;
  readonly orderId: string | null;
  /** Mails: whom they come from in words, and where answers go, when not to the sender's address. */
  readonly sender?: { readonly name: string | null; readonly replyTo: string | null };
}

/** Carries messages to people. Throws when it could not: the outbox tries again later, or staff does. */
export interface Notifier {
  /** Whether this installation has set up the way at all. */
  carries(channel: OutgoingMessage["channel"]): boolean;
  send(message: OutgoingMessage): Promise<void>;
}
