import "server-only";
import { env } from "@/lib/env";
import { providerNotifier } from "@/lib/notify/carrier";
import type { Notifier } from "@/lib/notify/port";
import { nameIn } from "@/lib/provider/profile";
import { mailFooter } from "../provider/brand";
import { currentProfile } from "../provider/profile";
import { sandboxNotifier } from "../sandbox/message-store";

/** Who carries messages in this installation; mails are sent in the provider's name, with its phone below. */
export const notifier = (): Notifier =>
  inItsName(env.MODE === "sandbox" ? sandboxNotifier : providerNotifier);

const inItsName = (carrier: Notifier): Notifier => ({
  carries: (channel) => carrier.carries(channel),
  async send(message) {
    if (message.channel !== "mail") return carrier.send(message);
    const { profile } = await currentProfile();
    const sender = { name: nameIn(profile, "zh-CN"), replyTo: profile.replyTo || null };
    return carrier.send({ ...message, sender, body: message.body + (await mailFooter()) });
  },
});
