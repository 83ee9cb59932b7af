import { hasLicence } from "./possible";
import type { HeldService } from "./types";

/** The filed server has other addresses today than those that are filed. */
export interface ServerMoved {
  readonly now: string;
  /** With a licence for commercial services a change is due; otherwise it goes with the next one (DF §15 B16). */
  readonly due: boolean;
}

/** `now`: the server's public address as the inventory has it; null while nobody says. */
export function serverMoved(held: HeldService, now: string | null): ServerMoved | null {
  const { access } = held;
  if (held.ended || access === null || now === null || access.ips.includes(now)) return null;
  return { now, due: hasLicence(held) };
}
