import "server-only";
import { and, eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import {
  CHANNELS,
  type Channel,
  mayTurnOff,
  NOTIFICATION_GROUPS,
  type NotificationGroup,
  type PreferencesInput,
  sendsBy,
} from "@/lib/notify/groups";
import { notifier } from "../system/notifier";

/** `fixed`: always sent. `absent`: nothing of the group goes this way. `owner`: the account's owner decides. */
export type ChoiceState = "free" | "fixed" | "absent" | "owner";

export interface PreferencesView {
  readonly groups: readonly {
    readonly group: NotificationGroup;
    readonly choices: Readonly<Record<Channel, { readonly on: boolean; readonly state: ChoiceState }>>;
  }[];
  /** Ways this installation has set up. */
  readonly carried: Readonly<Record<Channel, boolean>>;
}

/** Does the user take messages of the group on this way? What cannot be turned off is taken, whatever a row says. */
export async function wants(userId: string, group: NotificationGroup, channel: Channel): Promise<boolean> {
  if (!mayTurnOff(group, channel)) return true;
  const [row] = await read()
    .select({ on: t.notificationPreferences.on })
    .from(t.notificationPreferences)
    .where(
      and(
        eq(t.notificationPreferences.userId, userId),
        eq(t.notificationPreferences.group, group),
        eq(t.notificationPreferences.channel, channel),
      ),
    );
  return row?.on ?? true;
}

/** Text messages go to the account's phone: its owner decides about them. */
async function ownsPhone({ userId, accountId }: Actor): Promise<boolean> {
  if (accountId === null) return false;
  const { accountMembers: member } = t;
  const [row] = await read()
    .select({ role: member.role })
    .from(member)
    .where(and(eq(member.accountId, accountId), eq(member.userId, userId)));
  return row?.role === "owner";
}

function stateOf(group: NotificationGroup, channel: Channel, owner: boolean): ChoiceState {
  if (!sendsBy(group, channel)) return "absent";
  if (channel === "sms" && !owner) return "owner";
  return mayTurnOff(group, channel) ? "free" : "fixed";
}

/** What the signed-in user hears of, and how. */
export async function getPreferences(actor: Actor): Promise<Result<PreferencesView>> {
  const owner = await ownsPhone(actor);
  const groups = [];
  for (const group of NOTIFICATION_GROUPS) {
    const choice = async (channel: Channel) => ({
      on: await wants(actor.userId, group, channel),
      state: stateOf(group, channel, owner),
    });
    groups.push({ group, choices: { mail: await choice("mail"), sms: await choice("sms") } });
  }
  const [mail, sms] = CHANNELS.map((channel) => notifier().carries(channel));
  return ok({ groups, carried: { mail: mail ?? false, sms: sms ?? false } });
}

/** Keeps the user's choices, all or none: one that is not his to make refuses the rest with it. */
export async function savePreferences(actor: Actor, { choices }: PreferencesInput): Promise<Result<null>> {
  const owner = await ownsPhone(actor);
  const wrong = choices.find(({ group, channel }) => stateOf(group, channel, owner) !== "free");
  if (wrong !== undefined) return fail(refuse("invalid", { reason: "notification.fixed" }));
  const at = clock().now();
  return withTransaction(async (tx) => {
    for (const { group, channel, on } of choices)
      await tx
        .insert(t.notificationPreferences)
        .values({ userId: actor.userId, group, channel, on, at })
        .onConflictDoUpdate({
          target: [
            t.notificationPreferences.userId,
            t.notificationPreferences.group,
            t.notificationPreferences.channel,
          ],
          set: { on, at },
        });
    return ok(null);
  });
}
