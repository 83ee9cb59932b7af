import "server-only";
import { env } from "@/lib/env";
import { providerNotifier } from "@/lib/notify/carrier";
import type { Notifier } from "@/lib/notify/port";
import { sandboxNotifier } from "../sandbox/message-store";

/** Who carries messages in this installation. */
export const notifier = (): Notifier => (env.MODE === "sandbox" ? sandboxNotifier : providerNotifier);
