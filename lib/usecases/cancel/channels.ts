import "server-only";
import type { PersonDraft } from "@/lib/filing/application/draft";
import { isMobile } from "@/lib/filing/application/identifiers/mobile-cn";
import type { Channel, Policy } from "@/lib/filing/policy/types";
import type { CancelTarget } from "@/lib/filing/registry/cancel-input";
import { blindIndex } from "@/lib/secrets";

/** By which a lead may be asked. An organiser is never cancelled by e-mail, whatever the provider set (DF §12 #8). */
export function channelsFor(type: CancelTarget["type"], policy: Policy): readonly Channel[] {
  const { confirmBy } = policy.provider.cancel;
  if (type === "CANCEL_ENTITY") return confirmBy.entity.filter((channel) => channel !== "EMAIL");
  return type === "CANCEL_SERVICE" ? confirmBy.service : confirmBy.access;
}

/** Where the code goes: as filed, never as typed. Null: no code could arrive there. */
export function addressOf(person: PersonDraft, channel: Channel): string | null {
  const { phone1 = "", email = "" } = person;
  if (channel === "PHONE") return isMobile(phone1) ? phone1 : null;
  return /^[^\s@]+@[^\s@]+$/.test(email) ? email : null;
}

export const addressIdx = (channel: Channel, address: string): string =>
  blindIndex(channel === "PHONE" ? "phone" : "email", address);

/** What a code is for: another organiser, kind or set of services needs another one. */
export const subjectOf = ({ type }: CancelTarget, numbers: readonly string[]): string =>
  `${type}:${[...numbers].sort().join(",")}`;
