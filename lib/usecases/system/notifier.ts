import "server-only";
import { env } from "@/lib/env";
import type { Notifier } from "@/lib/notify/port";
import { smtpNotifier } from "@/lib/notify/smtp";
import { sandboxNotifier } from "../sandbox/message-store";

/** Who carries messages in this installation. */
export const notifier = (): Notifier => (env.MODE === "sandbox" ? sandboxNotifier : smtpNotifier);
