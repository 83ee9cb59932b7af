import type { FieldChange } from "../application/changes";
import type { OrderType } from "../application/codes";
import type { ApplicationDraft, EntityDraft, PersonDraft, ServiceDraft } from "../application/draft";

/** What is kept of an organiser: his own part of the application, and the people in it. */
export interface EntityDocument {
  readonly entity: EntityDraft;
  readonly people: readonly PersonDraft[];
}

/** A service and who leads it: the lead travels with it, because another order may name other people. */
export type ServiceDocument = ServiceDraft & { readonly leadPerson?: PersonDraft };

export interface HeldEntity {
  readonly number: string;
  readonly ended: boolean;
  readonly document: EntityDocument;
}

export interface HeldPackage {
  readonly platform: string;
  readonly packageName: string;
}

/** Service ↔ this provider. Without a resource of the account it runs on somebody else's, through a code. */
export interface HeldAccess {
  readonly resourceId: string | null;
  readonly ips: readonly string[];
}

export interface HeldService {
  readonly number: string;
  readonly kind: ServiceDraft["kind"];
  readonly ended: boolean;
  readonly document: ServiceDocument;
  readonly domains: readonly string[];
  readonly packages: readonly HeldPackage[];
  /** Null: filed, and not served here (any more). */
  readonly access: HeldAccess | null;
}

/** A service of the record that this provider neither filed nor opened, as the public register tells of it. */
export interface ElsewhereService {
  readonly number: string;
  readonly kind: ServiceDraft["kind"] | "MINI_PROGRAM" | "QUICK_APP";
  readonly name: string;
  readonly domains: readonly string[];
}

/** One organiser as this provider knows him; nothing filed yet: no entity and no services. */
export interface Registry {
  readonly entity: HeldEntity | null;
  /** Ended ones too: their numbers are never given again. */
  readonly services: readonly HeldService[];
  /** What else stands under his number; absent: the authority was not asked, for what does not hang on it. */
  readonly elsewhere?: readonly ElsewhereService[];
}

export const EMPTY_REGISTRY: Registry = { entity: null, services: [] };

/** What changes a registry (DF §2.3 column "Result"); nothing else does. */
export type RegistryEvent =
  | {
      readonly type: "approved";
      readonly orderType: OrderType;
      readonly entityNumber: string;
      /** Service numbers by part id; what has none was not approved, or is not what a cancellation names. */
      readonly services: Readonly<Record<string, string>>;
      readonly application: ApplicationDraft;
    }
  /** The authority struck these off, though nobody here asked. */
  | { readonly type: "struck"; readonly numbers: readonly string[] }
  /** Its holder gave it to another account of this provider. */
  | { readonly type: "moved"; readonly to: string }
  /** It found a contradiction: told to people, nothing filed is touched. */
  | { readonly type: "conflict"; readonly target: string };

export type RegistryChange =
  | { readonly type: "entity_opened"; readonly entity: string; readonly document: EntityDocument }
  | {
      readonly type: "entity_changed";
      readonly entity: string;
      readonly document: EntityDocument;
      readonly values: readonly FieldChange[];
    }
  | { readonly type: "entity_ended"; readonly entity: string }
  /** Whose it is stands beside the registry, not in it: nothing filed changes. */
  | { readonly type: "entity_moved"; readonly entity: string; readonly to: string }
  | { readonly type: "service_opened"; readonly service: string; readonly document: ServiceDocument }
  | {
      readonly type: "service_changed";
      readonly service: string;
      readonly document: ServiceDocument;
      readonly values: readonly FieldChange[];
    }
  | { readonly type: "service_ended"; readonly service: string }
  | { readonly type: "domain_opened" | "domain_ended"; readonly service: string; readonly domain: string }
  | ({ readonly type: "package_opened" | "package_ended"; readonly service: string } & HeldPackage)
  | ({ readonly type: "access_opened"; readonly service: string } & HeldAccess)
  | { readonly type: "access_ended"; readonly service: string };

/**
 * Why an event cannot be true of this registry. The authority's word and ours disagree then, so nothing is written and
 * staff looks at it.
 */
export const REGISTRY_PROBLEMS = [
  "incomplete",
  "entity-unknown",
  "entity-ended",
  "number-of-other-entity",
  "number-taken",
  "service-unknown",
  "service-ended",
  "kind-changed",
  "province-changed",
  "domain-taken",
  "access-missing",
] as const;
export type RegistryProblem = (typeof REGISTRY_PROBLEMS)[number];
