import { blank } from "../../application/access";
import type { ServiceDraft } from "../../application/draft";
import { domainKey } from "../../application/identifiers/domain-name";
import type { Case } from "../case";
import { each, eachAll, missing, NONE, SITE_DOMAIN_READS, servicePath } from "../parts";
import type { Rule, Verdict } from "../types";

const COMMON = ["name", "remark", "accessMethod", "serverLocation"] as const;

/** Written out: it runs for every service on every keystroke, and nearly always answers yes. */
const isComplete = (service: ServiceDraft): boolean =>
  !blank(service.name) &&
  !blank(service.remark) &&
  service.accessMethod !== undefined &&
  !blank(service.serverLocation) &&
  (service.contents?.length ?? 0) > 0 &&
  (service.kind === "APP" ||
    (!blank(service.domain) && !blank(service.homepageUrl) && (service.languages?.length ?? 0) > 0));

function emptyFields(service: ServiceDraft): readonly Verdict[] {
  if (isComplete(service)) return NONE;
  let out: Verdict[] | undefined;
  const ask = (field: string) => {
    out ??= [];
    out.push(missing(servicePath(service.id, field), `service.${field}`));
  };
  for (const field of COMMON) if (blank(service[field])) ask(field);
  if (!service.contents?.length) ask("contents");
  if (service.kind === "WEBSITE") {
    if (blank(service.domain)) ask("domain");
    if (blank(service.homepageUrl)) ask("homepageUrl");
    if (!service.languages?.length) ask("languages");
  }
  return out ?? NONE;
}

/** Host of a home page address, written with or without a scheme; undefined when it is no address. */
function hostOf(url: string): string | undefined {
  const match = /^(?:https?:\/\/)?([^/?#:\s]+)(?::\d{1,5})?(?:[/?#]\S*)?$/i.exec(url);
  return match?.[1] ? domainKey(match[1]) : undefined;
}

const USUAL = ["https://www.", "https://", "http://www.", "http://"] as const;
/** The usual writings, recognised without taking the address apart. */
function isPlainly(url: string, domain: string): boolean {
  if (domain === "" || !url.endsWith(domain)) return false;
  const start = url.length - domain.length;
  for (const prefix of USUAL) if (prefix.length === start && url.startsWith(prefix)) return true;
  return false;
}

function homepageVerdict(c: Case, site: ServiceDraft): Verdict | undefined {
  if (site.kind !== "WEBSITE") return undefined;
  const { homepageUrl: url, domain: typed } = site;
  if (url === undefined || blank(url)) return undefined;
  if (typed !== undefined && isPlainly(url, typed)) return undefined;
  const path = servicePath(site.id, "homepageUrl");
  const host = hostOf(url);
  if (host === undefined || !host.includes(".")) return { path, message: "form" };
  const domain = c.siteDomains.find(({ service }) => service === site)?.name.key;
  if (domain === undefined) return undefined;
  return host === domain || host.endsWith(`.${domain}`) ? undefined : { path };
}

/** What every service must say, and that its home page is its own. */
export const SERVICE_REQUIRED_RULES: readonly Rule[] = [
  {
    id: "service.required",
    topic: "service",
    level: "error",
    source: "T21: 首次备案; V30: XSD",
    reads: [
      ...["kind", "contents", "domain", "homepageUrl", "languages", ...COMMON].map((field) =>
        servicePath("*", field),
      ),
    ],
    check: (c) => eachAll(c.application.services, emptyFields),
  },
  {
    id: "service.homepage",
    topic: "service",
    level: "error",
    source: "V30: 1041, 1022",
    reads: ["services[*].homepageUrl", ...SITE_DOMAIN_READS],
    check: (c) => each(c.websites, (site) => homepageVerdict(c, site)),
  },
];
