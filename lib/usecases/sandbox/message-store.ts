import "server-only";
import { createHash } from "node:crypto";
import { desc } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { clock } from "@/lib/clock";
import type { Notifier } from "@/lib/notify/port";
import { masterKey, open, seal } from "@/lib/secrets";
import { failIfOut } from "./outage";

const SENDER = { mail: "icp@sandbox.invalid", sms: "10690000" } as const;
const aad = (id: string) => `sandbox_message:${id}`;

interface Body {
  readonly to: string;
  readonly subject: string | null;
  readonly body: string;
}

export interface SandboxMessage extends Body {
  readonly id: string;
  readonly channel: "mail" | "sms";
  readonly sender: string;
  readonly orderId: string | null;
  readonly at: number;
}

/** "Delivers" into the sandbox's mailbox. The id comes from the key, so a second delivery changes nothing. */
export const sandboxNotifier: Notifier = {
  carries: () => true,
  async send({ key, channel, to, subject, body, orderId }) {
    await failIfOut(channel);
    const id = createHash("sha256").update(key).digest("base64url");
    const bodyEnc = seal(masterKey(), { to, subject, body } satisfies Body, aad(id));
    await withTransaction(async (tx) => {
      await tx
        .insert(t.sandboxMessages)
        .values({ id, channel, sender: SENDER[channel], bodyEnc, orderId, at: clock().now() })
        .onConflictDoNothing({ target: t.sandboxMessages.id });
    });
  },
};

/** Newest first. */
export async function readMessages(limit: number): Promise<readonly SandboxMessage[]> {
  const rows = await read().select().from(t.sandboxMessages).orderBy(desc(t.sandboxMessages.at)).limit(limit);
  return rows.map(({ bodyEnc, ...row }) => ({ ...row, ...open<Body>(masterKey(), bodyEnc, aad(row.id)) }));
}
