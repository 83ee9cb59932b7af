import "server-only";
import { env } from "@/lib/env";
import { DeliveryError } from "@/lib/work/delivery-error";
import type { Notifier, OutgoingMessage } from "./port";
import { sendMail } from "./smtp";
import { sendSms } from "./webhook";

/** Nothing is thrown away for want of a setting: staff sees it, and sends it once the setting is there. */
const noCarrier = () => new DeliveryError({ code: "no_carrier", permanent: true });

function send(message: OutgoingMessage): Promise<void> {
  const { SMTP_URL, SMS_WEBHOOK_URL: url, SMS_WEBHOOK_SECRET: secret } = env;
  if (message.channel === "mail") return SMTP_URL ? sendMail(SMTP_URL, message) : Promise.reject(noCarrier());
  return url && secret ? sendSms({ url, secret }, message) : Promise.reject(noCarrier());
}

/** The provider's own mail server and gateway for text messages. */
export const providerNotifier: Notifier = {
  send,
  carries: (channel) =>
    channel === "mail"
      ? env.SMTP_URL !== undefined
      : env.SMS_WEBHOOK_URL !== undefined && env.SMS_WEBHOOK_SECRET !== undefined,
};
