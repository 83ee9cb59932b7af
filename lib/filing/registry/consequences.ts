import { parseDomain } from "../application/identifiers/domain-name";
import type { CancelType } from "../lifecycle/life";
import type { Policy } from "../policy/types";
import { applyChanges } from "./apply";
import { endEntity, endService, isShell } from "./ending";
import type { ElsewhereService, HeldPackage, HeldService, Registry, RegistryChange } from "./types";

/** What is there after a cancellation: nothing, a number with nothing below it, filings nobody serves here, or services. */
export type Left = "nothing" | "shell" | "no-access" | "services";

/** A service that a cancellation ends, or takes off this provider's servers. */
export interface HitService {
  readonly number: string;
  readonly kind: ElsewhereService["kind"];
  readonly name: string;
  readonly packages: readonly HeldPackage[];
  /** Where the place on a server goes back to: the holder's own server, or the one a code stands for; null: it had none. */
  readonly place: { readonly on: "server" | "code"; readonly returned: boolean } | null;
}

export interface Consequences {
  readonly kind: CancelType;
  readonly hit: readonly HitService[];
  /** Names that can no longer be opened: anywhere when a filing ends, on our servers when access does. */
  readonly deadDomains: readonly string[];
  /** Names of services it hits that a service it does not hit keeps alive: an APP and a website may share one. */
  readonly keptDomains: readonly string[];
  /** Numbers of the services it does not touch. */
  readonly untouched: readonly string[];
  readonly left: Left;
  /** Of the dead ones, those whose suffix nobody may file any more: they stay dead. */
  readonly neverAgain: readonly { readonly domain: string; readonly suffix: string }[];
  /** Names whose mail can no longer be read in a browser; programs on a computer or phone go on. */
  readonly mailDomains: readonly string[];
  /** Numbers of what the filing with the public security must be cancelled for, too. */
  readonly publicSecurity: readonly string[];
}

/**
 * What a cancellation does to this very filing (DF §11.1, §11.3), by the same steps as its approval. Numbers that are
 * not filed, or no longer, are none of its business; cancelling the entity hits everything, whatever is named.
 */
export function consequencesOf(
  registry: Registry,
  kind: CancelType,
  serviceNumbers: readonly string[],
  policy: Policy,
): Consequences {
  const standing = registry.services.filter(({ ended }) => !ended);
  const named = (held: HeldService) =>
    kind === "CANCEL_ENTITY" ||
    (serviceNumbers.includes(held.number) && (kind === "CANCEL_SERVICE" || held.access !== null));
  const hit = standing.filter(named);
  const { elsewhere = [] } = registry;
  // The authority strikes off everything under the number, whoever serves it.
  const also = kind === "CANCEL_ENTITY" ? elsewhere : [];
  const untouched = standing.filter((held) => !named(held));
  const after = applyChanges(registry, changesOf(registry, kind, hit));
  const alive = new Set(untouched.filter(({ access }) => access !== null).flatMap(({ domains }) => domains));
  const touched = [...new Set([...hit, ...also].flatMap(({ domains }) => domains))];
  const deadDomains = touched.filter((domain) => !alive.has(domain));
  const filingEnds = kind !== "CANCEL_ACCESS";
  return {
    ...{ kind, deadDomains },
    hit: [...hit.map((held) => hitService(held, policy)), ...also.map(hitElsewhere)],
    keptDomains: touched.filter((domain) => alive.has(domain)),
    untouched: [...untouched, ...(also.length > 0 ? [] : elsewhere)].map(({ number }) => number),
    left: leftOf(after),
    neverAgain: filingEnds ? deadDomains.flatMap((domain) => unlisted(domain, policy)) : [],
    mailDomains: filingEnds ? deadDomains : [],
    publicSecurity: filingEnds ? [...hit, ...also].map(({ number }) => number) : [],
  };
}

function changesOf(
  registry: Registry,
  kind: CancelType,
  hit: readonly HeldService[],
): readonly RegistryChange[] {
  if (kind === "CANCEL_ENTITY") return endEntity(registry);
  if (kind === "CANCEL_SERVICE") return hit.flatMap(endService);
  return hit.map(({ number }) => ({ type: "access_ended", service: number }));
}

function leftOf(after: Registry): Left {
  if (after.entity === null || after.entity.ended) return "nothing";
  if (isShell(after)) return "shell";
  return after.services.some(({ access }) => access !== null) ? "services" : "no-access";
}

function hitService({ number, kind, document, packages, access }: HeldService, policy: Policy): HitService {
  const on = access?.resourceId === null ? "code" : "server";
  const place = access && { on: on as "code" | "server", returned: policy.provider.returnQuotaOnCancel };
  return { number, kind, name: document.name ?? number, packages, place };
}

const hitElsewhere = ({ number, kind, name }: ElsewhereService): HitService => ({
  ...{ number, kind, name, packages: [], place: null },
});

function unlisted(domain: string, { suffixes }: Policy): Consequences["neverAgain"] {
  const { suffix, key } = parseDomain(domain, suffixes);
  return suffix === null ? [{ domain, suffix: key.slice(key.lastIndexOf(".") + 1) }] : [];
}
