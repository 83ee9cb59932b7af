import type { OrderType } from "../application/codes";
import type { AppDraft, ApplicationDraft, ServiceDraft } from "../application/draft";
import { validEnterprise, validWebsite } from "../testing/fixtures";
import { applyChanges } from "./apply";
import { changesOf } from "./changes";
import { EMPTY_REGISTRY, type Registry, type RegistryEvent } from "./types";

export const ENTITY = "京ICP备2026000001号";
export const numberOf = (n: number, kind: ServiceDraft["kind"] = "WEBSITE"): string =>
  `${ENTITY}-${n}${kind === "APP" ? "A" : ""}`;

export const site = (n: number, over: Partial<Extract<ServiceDraft, { kind: "WEBSITE" }>> = {}) =>
  validWebsite({ id: `svc_site0${n}`, domain: `site${n}.com`, ips: [`192.0.2.${n}`], ...over });

export const app = (n: number, over: Partial<AppDraft> = {}): AppDraft => ({
  kind: "APP",
  id: `svc_appl0${n}`,
  name: `样例应用${n}`,
  lead: "ppl_lead01",
  contents: [8],
  noPreApproval: true,
  resource: { kind: "RESOURCE", resourceId: "ins-demo0001" },
  ips: [`192.0.2.${100 + n}`],
  packages: [{ id: "pkg_0001", platform: "ANDROID", packageName: `com.sample.app${n}` }],
  domains: [{ id: "dom_0001", domain: `site${n}.com` }],
  noSdk: true,
  ...over,
});

/** An order about these services as the authority approved it, all of them numbered as given. */
export function approved(
  orderType: OrderType,
  services: readonly (readonly [number: string, service: ServiceDraft])[],
  over: Partial<ApplicationDraft> = {},
  entityNumber = ENTITY,
): Extract<RegistryEvent, { type: "approved" }> {
  return {
    type: "approved",
    orderType,
    entityNumber,
    services: Object.fromEntries(services.map(([number, { id }]) => [id, number])),
    application: validEnterprise({ ...over, services: services.map(([, service]) => service) }),
  };
}

/** @throws when an event is a problem: tests of problems ask `changesOf`. */
export function lived(...events: readonly RegistryEvent[]): Registry {
  return events.reduce<Registry>((registry, event) => {
    const changes = changesOf(registry, event);
    if (!changes.ok) throw new Error(changes.error);
    return applyChanges(registry, changes.value);
  }, EMPTY_REGISTRY);
}

export const ONE = numberOf(1);
export const TWO = numberOf(2);
export const APP = numberOf(3, "APP");

/** One website and one APP, both served here. */
export const filedRegistry = (): Registry =>
  lived(
    approved("FIRST_FILING", [
      [ONE, site(1)],
      [APP, app(1)],
    ]),
  );

/** @throws when the event is a problem. */
export function changes(registry: Registry, event: RegistryEvent) {
  const made = changesOf(registry, event);
  if (!made.ok) throw new Error(made.error);
  return made.value;
}

/** Changes as a list to read, or the problem. */
export function made(registry: Registry, event: RegistryEvent): readonly string[] | string {
  const changes = changesOf(registry, event);
  if (!changes.ok) return changes.error;
  return changes.value.map((change) => {
    const about = "service" in change ? change.service : change.entity;
    const part = "domain" in change ? change.domain : "packageName" in change ? change.packageName : "";
    return [change.type, about, part].filter(Boolean).join(" ");
  });
}

export const ended = (number: string, domain: string, packageName?: string): readonly string[] => [
  `access_ended ${number}`,
  ...(packageName === undefined ? [] : [`package_ended ${number} ${packageName}`]),
  `domain_ended ${number} ${domain}`,
  `service_ended ${number}`,
];
