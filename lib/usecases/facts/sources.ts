import "server-only";
import { businessRegistry } from "@/lib/business";
import type { BusinessRegistry } from "@/lib/business/port";
import { domainRegistry } from "@/lib/domains";
import type { DomainRegistry, OwnDomain } from "@/lib/domains/port";
import { inventory, type ResourceRecord } from "@/lib/inventory";
import type { ResourceInventory } from "@/lib/inventory/port";
import { log } from "@/lib/log";
import { newWait } from "@/lib/systems/wait";
import { failureCode } from "@/lib/work/backoff";

/** Outside systems facts come from, in the order they are named to people. */
const SOURCES = ["inventory", "domains", "business", "authority"] as const;
export type Source = (typeof SOURCES)[number];

/**
 * The outside systems as one request asks them: each question once, all within one patience, and who did not answer is
 * remembered and left alone, so that a page can name him. Made once a use case and handed on.
 */
export class Sources {
  private readonly quiet = new Set<Source>();
  private readonly resources: ResourceInventory;
  private readonly registrar: DomainRegistry;
  private readonly register: BusinessRegistry;

  /** @param waitMs how long the provider's own systems may take together */
  constructor(waitMs?: number) {
    const wait = newWait(waitMs);
    this.resources = inventory(wait);
    this.registrar = domainRegistry(wait);
    this.register = businessRegistry(wait);
  }

  /** Who did not answer so far. */
  silent(): readonly Source[] {
    return SOURCES.filter((source) => this.quiet.has(source));
  }

  /** Asks; no answer is an unknown fact (null), logged by the source's name, never an error of the page. */
  async ask<T>(source: Source, question: () => Promise<T>): Promise<T | null> {
    if (this.quiet.has(source)) return null;
    try {
      return await question();
    } catch (error) {
      this.quiet.add(source);
      log.warn({ source, error: failureCode(error) }, "outside system did not answer");
      return null;
    }
  }

  inventory<T>(question: (far: ResourceInventory) => Promise<T>): Promise<T | null> {
    return this.ask("inventory", () => question(this.resources));
  }
  domains<T>(question: (far: DomainRegistry) => Promise<T>): Promise<T | null> {
    return this.ask("domains", () => question(this.registrar));
  }
  business<T>(question: (far: BusinessRegistry) => Promise<T>): Promise<T | null> {
    return this.ask("business", () => question(this.register));
  }

  /** The account's servers; none while the inventory is silent, which `silent()` tells apart. */
  async serversOf(accountId: string): Promise<readonly ResourceRecord[]> {
    return (await this.inventory((far) => far.list(accountId))) ?? [];
  }
  /** The account's own domains; none while the registrar is silent. */
  async domainsOf(accountId: string): Promise<readonly OwnDomain[]> {
    return (await this.domains((far) => far.list(accountId))) ?? [];
  }
}
