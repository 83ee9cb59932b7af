import "server-only";
import nodemailer, { type Transporter } from "nodemailer";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import type { Notifier } from "./port";

let transport: { url: string; transporter: Transporter } | undefined;

function transporterOf(url: string): Transporter {
  if (transport?.url !== url) transport = { url, transporter: nodemailer.createTransport(url) };
  return transport.transporter;
}

/** Mail through the provider's own server (SMTP_URL). Text messages need a provider's gateway: not connected yet. */
export const smtpNotifier: Notifier = {
  async send(message) {
    if (message.channel === "sms" || env.SMTP_URL === undefined) {
      log.warn({ channel: message.channel, key: message.key }, "no carrier for this message");
      return;
    }
    await transporterOf(env.SMTP_URL).sendMail({
      from: env.MAIL_FROM ?? `no-reply@${new URL(env.PUBLIC_URL).hostname}`,
      to: message.to,
      subject: message.subject ?? "",
      text: message.body,
      messageId: `<${message.key}@${new URL(env.PUBLIC_URL).hostname}>`,
    });
  },
};
