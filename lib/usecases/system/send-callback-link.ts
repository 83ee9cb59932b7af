import "server-only";
import { read } from "@/db/client";
import { env } from "@/lib/env";
import { formatDateTime } from "@/lib/messages/format";
import { translator } from "@/lib/messages/translator";
import type { WorkMeta } from "@/lib/work/types";
import { calledLead, resolveLink } from "../callbacks/link";
import type { CallbackLinkPayload } from "../callbacks/offer-callback";
import { notifier } from "./notifier";

/** Nobody knows the language of a lead without an account; the authority and the carriers write Chinese to him as well. */
const LOCALE = "zh-CN";

/** Topic `callback.link`: the text message to the lead who missed the call. It names nobody and no order. */
export async function run(raw: unknown, meta: WorkMeta): Promise<void> {
  const { orderId, token, requestBy } = raw as CallbackLinkPayload;
  const open = await resolveLink(read(), token);
  // Reached, decided or withdrawn in the meantime: no reason to write any more.
  if (open === null) return;
  const lead = await calledLead(read(), open);
  if (!lead?.phone) return;
  const translate = translator(LOCALE);
  await notifier().send({
    key: meta.key,
    channel: "sms",
    to: lead.phone,
    subject: null,
    body: translate("callback.sms", {
      role: translate(`callback.role.${lead.role ?? "lead"}`),
      link: `${env.PUBLIC_URL}/callback/${token}`,
      deadline: formatDateTime(requestBy, LOCALE),
    }),
    orderId,
  });
}
