import "server-only";
import nodemailer, { type Transporter } from "nodemailer";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import type { Notifier } from "./port";

let transport: { url: string; transporter: Transporter } | undefined;

/** Well below the outbox's lease of a minute: a server that hangs must not let a second runner send the same. */
const WAITS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

function transporterOf(url: string): Transporter {
  if (transport?.url !== url) transport = { url, transporter: nodemailer.createTransport({ url, ...WAITS }) };
  return transport.transporter;
}

/** The key as RFC 5322 allows it in a Message-ID: no colons. Sent twice, mail programs show it once. */
const messageId = (key: string, host: string) => `<${key.replaceAll(":", ".")}@${host}>`;

/** Mail through the provider's own server (SMTP_URL). Text messages need a provider's gateway: not connected yet. */
export const smtpNotifier: Notifier = {
  async send(message) {
    if (message.channel === "sms" || env.SMTP_URL === undefined) {
      log.warn({ channel: message.channel, key: message.key }, "no carrier for this message");
      return;
    }
    const { hostname } = new URL(env.PUBLIC_URL);
    await transporterOf(env.SMTP_URL).sendMail({
      from: env.MAIL_FROM ?? `no-reply@${hostname}`,
      to: message.to,
      subject: message.subject ?? "",
      text: message.body,
      messageId: messageId(message.key, hostname),
      // Keeps out-of-office answers away (RFC 3834).
      headers: { "Auto-Submitted": "auto-generated" },
    });
  },
};
