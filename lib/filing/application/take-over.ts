import { PLATFORMS } from "./codes";
import type { AppDraft, ServiceDraft, WebsiteDraft } from "./draft";
import { newPartId, type RandomBytes } from "./edit";
import { domainKey } from "./identifiers/domain-name";
import { sameRecord } from "./identifiers/filing-number";

/** A filed service as the register tells of it. */
export interface FiledOne {
  readonly number: string;
  readonly kind: string;
  readonly name: string | null;
  readonly domains: readonly string[];
  readonly packages: readonly { readonly platform: string; readonly packageName: string }[];
}

/** The filed service somebody means: by its number, else by a domain of its kind. */
export function meantService<F extends FiledOne>(
  filed: readonly F[],
  { kind, number, domain }: { readonly kind: ServiceDraft["kind"]; number?: string; domain?: string },
): F | undefined {
  if (number) return filed.find((one) => sameRecord(one.number, number));
  const key = domainKey(domain ?? "");
  return filed.find((one) => one.kind === kind && one.domains.includes(key));
}

/** Are all its own, so that nobody needs to type them? Mini-programs and quick apps are not filed here. */
export const canTakeOver = <F extends FiledOne>(one: F): one is F & { readonly kind: ServiceDraft["kind"] } =>
  one.kind === "WEBSITE" || one.kind === "APP";

/**
 * A service of an access order with what the register tells of it: number, name, and all domains, which come along and
 * are not chosen (DF §15 D4). The domain somebody asked about stays the website's first.
 */
export function takenOver(service: ServiceDraft, filed: FiledOne, random: RandomBytes): ServiceDraft {
  const common = {
    serviceFilingNumber: filed.number,
    ...(filed.name !== null && { name: filed.name }),
  };
  return service.kind === "WEBSITE"
    ? website({ ...service, ...common }, filed, random)
    : app({ ...service, ...common }, filed, random);
}

function website(site: WebsiteDraft, { domains }: FiledOne, random: RandomBytes): WebsiteDraft {
  const asked = domainKey(site.domain ?? "");
  const first = domains.includes(asked) ? asked : domains[0];
  const more = domains.filter((domain) => domain !== first);
  return {
    ...site,
    ...(first !== undefined && { domain: first }),
    ...(more.length > 0 && {
      moreDomains: more.map((domain) => ({ id: newPartId("dom", random), domain })),
    }),
  };
}

function app(service: AppDraft, { domains, packages }: FiledOne, random: RandomBytes): AppDraft {
  const told = packages.flatMap(({ platform, packageName }) => {
    const known = PLATFORMS.find((one) => one === platform);
    return known ? [{ id: newPartId("pkg", random), platform: known, packageName }] : [];
  });
  return {
    ...service,
    ...(domains.length > 0 && {
      domains: domains.map((domain) => ({ id: newPartId("dom", random), domain })),
    }),
    ...(told.length > 0 && { packages: told }),
  };
}
