import "server-only";
import { env } from "@/lib/env";
import { newId } from "@/lib/ids";
import { sendMail } from "@/lib/notify/smtp";
import { DeliveryError } from "@/lib/work/delivery-error";

/** One mail by the way every other goes, at once and not through the outbox. @throws DeliveryError */
export async function sendTestMail(to: string): Promise<void> {
  if (env.SMTP_URL === undefined)
    throw new DeliveryError({ code: "no_carrier: SMTP_URL is not set", permanent: true });
  await sendMail(env.SMTP_URL, {
    key: `test:${newId()}`,
    channel: "mail",
    to,
    subject: `Test mail of ${new URL(env.PUBLIC_URL).host}`,
    body: "This console can send mail. 控制台可以发送邮件。",
    orderId: null,
  });
}
