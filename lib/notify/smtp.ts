import "server-only";
import nodemailer, { type Transporter } from "nodemailer";
import { env } from "@/lib/env";
import { DeliveryError } from "@/lib/work/delivery-error";
import type { OutgoingMessage } from "./port";

let transport: { url: string; transporter: Transporter } | undefined;

/** Well below the outbox's lease of a minute: a server that hangs must not let a second runner send the same. */
const WAITS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

function transporterOf(url: string): Transporter {
  if (transport?.url !== url) transport = { url, transporter: nodemailer.createTransport({ url, ...WAITS }) };
  return transport.transporter;
}

/** MAIL_FROM may carry a name of its own; the provider's takes its place. */
const senderOf = ({ sender }: OutgoingMessage, from: string) =>
  sender?.name ? { name: sender.name, address: /<([^>]+)>/.exec(from)?.[1] ?? from } : from;

/** The key as RFC 5322 allows it in a Message-ID: no colons. Sent twice, mail programs show it once. */
const messageId = (key: string, host: string) => `<${key.replaceAll(":", ".")}@${host}>`;

/**
 * What the server's answer means for the next try. Only a 5xx about this receiver or this text is for good; one about
 * us (greeting, sign-in, sender) is a setting somebody will mend, and then the mail goes.
 */
function failureOf(error: unknown): DeliveryError {
  const { responseCode, command, code } = error as {
    responseCode?: number;
    command?: string;
    code?: string;
  };
  if (typeof responseCode !== "number")
    return new DeliveryError({ code: code ?? "unknown", permanent: false }, error);
  const aboutThisMail = command === "RCPT TO" || command === "DATA";
  return new DeliveryError(
    { code: `smtp_${responseCode}`, permanent: aboutThisMail && responseCode >= 500 },
    error,
  );
}

/** Mail through the provider's own server (SMTP_URL). @throws DeliveryError */
export async function sendMail(url: string, message: OutgoingMessage): Promise<void> {
  const { hostname } = new URL(env.PUBLIC_URL);
  try {
    await transporterOf(url).sendMail({
      from: senderOf(message, env.MAIL_FROM ?? `no-reply@${hostname}`),
      ...(message.sender?.replyTo ? { replyTo: message.sender.replyTo } : {}),
      to: message.to,
      subject: message.subject ?? "",
      text: message.body,
      messageId: messageId(message.key, hostname),
      // Keeps out-of-office answers away (RFC 3834).
      headers: { "Auto-Submitted": "auto-generated" },
    });
  } catch (error) {
    throw failureOf(error);
  }
}

/** Greets and signs in without sending anything. @throws DeliveryError */
export async function greetMailServer(url: string): Promise<void> {
  try {
    await transporterOf(url).verify();
  } catch (error) {
    throw failureOf(error);
  }
}
