import "server-only";
import type { Capability } from "@/lib/filing/access";

/** At most `max` calls per user (or address, for strangers) in every window. */
export interface Rate {
  readonly max: number;
  readonly perSeconds: number;
}

/** One thing the outside can ask for: what the access test and the documentation list. */
export interface Operation {
  /** Dotted and unique, e.g. `order.submit`; names the audit entry and the rate counter. */
  readonly name: string;
  readonly kind: "action" | "route";
  readonly capability: Capability | "public";
  readonly rate?: Rate | undefined;
  /** Scripts may come with `Authorization: Bearer icp_…` instead of a session. Everything else ignores such a key. */
  readonly token?: boolean | undefined;
}

const operations = new Map<string, Operation>();

/** Called by the wrappers while a module loads. */
export function register(operation: Operation): void {
  const known = operations.get(operation.name);
  if (known && (known.kind !== operation.kind || known.capability !== operation.capability))
    throw new Error(`two operations are called ${operation.name}`);
  operations.set(operation.name, operation);
}

/** Every operation of the modules loaded so far, by name. Load all `actions.ts` and `route.ts` first. */
export const registeredOperations = (): readonly Operation[] =>
  [...operations.values()].sort((a, b) => a.name.localeCompare(b.name));
