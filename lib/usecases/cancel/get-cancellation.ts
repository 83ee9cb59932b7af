import "server-only";
import { read } from "@/db/client";
import type { Actor } from "@/lib/filing/access";
import type { PersonDraft } from "@/lib/filing/application/draft";
import { cancelDays, isReviewedHere } from "@/lib/filing/lifecycle";
import type { Channel, FilingPassword, Policy } from "@/lib/filing/policy/types";
import type { CancelTarget } from "@/lib/filing/registry/cancel-input";
import { type Consequences, consequencesOf } from "@/lib/filing/registry/consequences";
import { passwordFor } from "@/lib/filing/registry/filing-password";
import { maskEmail, maskPhone } from "@/lib/filing/shared/mask";
import { ok, type Result } from "@/lib/filing/shared/result";
import { maskName } from "../orders/views/names";
import { currentPolicy } from "../policy/current-policy";
import { elsewhereOfOwn } from "../registry/elsewhere";
import { addressOf, channelsFor } from "./channels";
import { type AccessObjection, accessObjection } from "./only-access";
import { ownerObjection } from "./only-owner";
import { loadTarget, type Target } from "./target";

export interface AskedLead {
  readonly personId: string;
  /** Masked, as is where the code goes. */
  readonly name: string;
  readonly ways: readonly { readonly channel: Channel; readonly to: string }[];
}

export interface CancellationView {
  readonly target: CancelTarget;
  readonly filing: {
    readonly id: string;
    readonly number: string;
    readonly province: string;
    readonly unitName: string | null;
  };
  readonly services: readonly ServiceLine[];
  /** Services that could be named as well; empty where one order takes one. */
  readonly more: readonly ServiceLine[];
  readonly consequences: Consequences;
  readonly leavesShell: boolean;
  readonly leads: readonly AskedLead[];
  /** Nobody is asked for a code, because the kind or the provider asks nobody. */
  readonly asksNobody: boolean;
  readonly numbers: readonly string[];
  /** Why it cannot be done now; then nothing can be filled in. */
  readonly whyNot: Target["whyNot"] | "owner-only" | AccessObjection;
  readonly openOrderId: string | null;
  /** Working days the authority may take, and the hours for its codes; null hours: it sends none. */
  readonly days: readonly [number, number];
  readonly smsHours: number | null;
  readonly revocable: boolean;
  /** Whether the authority's filing password is asked for. */
  readonly password: FilingPassword;
  /** Working days a reviewer here may take first; null: nobody reviews it. */
  readonly reviewDays: number | null;
}

export interface ServiceLine {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly kind: "WEBSITE" | "APP";
  readonly domains: readonly string[];
}

/** Everything to know before cancelling this, and what will be asked for. */
export async function getCancellation(actor: Actor, input: CancelTarget): Promise<Result<CancellationView>> {
  const policy = await currentPolicy();
  const found = await loadTarget(
    read(),
    actor,
    input,
    policy,
    await elsewhereOfOwn(read(), actor, input.entityId),
  );
  if (!found.ok) return found;
  const target = found.value;
  const { filing, services, others, openOrderId, numbers, leavesShell } = target;
  const whyNot =
    target.whyNot ??
    (await ownerObjection(read(), actor, target, input, policy)) ??
    (await accessObjection(target, input, policy));
  const { cancel, smsCodeValidHours } = policy.provider;
  const lineOf = lines(target);
  const several = input.type === "CANCEL_SERVICE" && cancel.serviceMayNameSeveral;
  const asksNobody = channelsFor(input.type, policy).length === 0;
  return ok({
    ...{ target: input, whyNot, openOrderId, numbers, leavesShell, asksNobody },
    filing: {
      id: filing.row.id,
      number: filing.row.number,
      province: filing.row.province,
      unitName: filing.row.unitName,
    },
    services: services.map(lineOf),
    more: several ? others.filter(({ access }) => access !== null).map(lineOf) : [],
    consequences: consequencesOf(
      filing.registry,
      input.type,
      services.map(({ number }) => number),
      policy,
    ),
    leads: asksNobody ? [] : target.leads.map((lead) => askedLead(lead, input, policy)),
    days: cancelDays(input.type, policy),
    smsHours: input.type === "CANCEL_ACCESS" ? null : smsCodeValidHours,
    revocable: cancel.revocableUntil === "authority",
    password: passwordFor(input.type, policy),
    reviewDays: isReviewedHere(input.type, policy) ? cancel.reviewWorkingDays : null,
  });
}

const lines =
  ({ filing }: Target) =>
  ({ number, kind, domains, document }: Target["services"][number]): ServiceLine => ({
    id: filing.serviceIds.get(number) ?? "",
    ...{ number, kind, domains, name: document.name ?? number },
  });

function askedLead(lead: PersonDraft, { type }: CancelTarget, policy: Policy): AskedLead {
  const ways = channelsFor(type, policy).flatMap((channel) => {
    const address = addressOf(lead, channel);
    if (address === null) return [];
    return [{ channel, to: channel === "PHONE" ? maskPhone(address) : maskEmail(address) }];
  });
  return { personId: lead.id, name: maskName(lead.name), ways };
}
