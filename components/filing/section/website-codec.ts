import type { Language, PreApprovalType, ServiceContent } from "@/lib/filing/application/codes";
import type { ServiceSection } from "@/lib/filing/application/draft-sections";
import { type Codec, codeOf, filled, textOf } from "./codec";

export interface PreApprovalForm {
  id: string;
  type: string;
  permitNo: string;
  validTo: string;
}

export interface WebsiteForm {
  id: string;
  name: string;
  domain: string;
  homepageUrl: string;
  contents: string[];
  languages: string[];
  noPreApproval: boolean;
  preApprovals: PreApprovalForm[];
  /** Id of an own server, or `CODE`. */
  resource: string;
  code: string;
  accessMethod: string;
  serverLocation: string;
  ips: string;
  remark: string;
  serviceFilingNumber: string;
}

type WebsiteSection = Extract<ServiceSection, { kind: "WEBSITE" }>;

const codes = <T extends number>(values: readonly string[]): T[] => values.map((value) => Number(value) as T);
const lines = (text: string): string[] =>
  text
    .split(/[\s,，;；]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

function resourceOf(form: WebsiteForm): WebsiteSection["resource"] {
  if (form.resource === "") return undefined;
  return form.resource === "CODE"
    ? filled({ kind: "CODE" as const, code: form.code })
    : { kind: "RESOURCE", resourceId: form.resource };
}

export const websiteCodec: Codec<WebsiteForm, WebsiteSection> = {
  toForm: (site) => ({
    id: site.id,
    name: site.name ?? "",
    domain: site.domain ?? "",
    homepageUrl: site.homepageUrl ?? "",
    contents: (site.contents ?? []).map(String),
    languages: (site.languages ?? []).map(String),
    noPreApproval: site.noPreApproval ?? false,
    preApprovals: (site.preApprovals ?? []).map(({ id, type, permitNo = "", validTo = "" }) => ({
      id,
      type: textOf(type),
      permitNo,
      validTo,
    })),
    resource: site.resource?.kind === "CODE" ? "CODE" : (site.resource?.resourceId ?? ""),
    code: site.resource?.kind === "CODE" ? (site.resource.code ?? "") : "",
    accessMethod: textOf(site.accessMethod),
    serverLocation: site.serverLocation ?? "",
    ips: (site.ips ?? []).join("\n"),
    remark: site.remark ?? "",
    serviceFilingNumber: site.serviceFilingNumber ?? "",
  }),
  fromForm: (form) => {
    const resource = resourceOf(form);
    const ips = lines(form.ips);
    const preApprovals = form.preApprovals.map(({ id, type, permitNo, validTo }) =>
      filled({ id, type: codeOf<PreApprovalType>(type), permitNo, validTo }),
    );
    return filled({
      kind: "WEBSITE",
      id: form.id,
      name: form.name,
      domain: form.domain,
      homepageUrl: form.homepageUrl,
      ...(form.contents.length > 0 && { contents: codes<ServiceContent>(form.contents) }),
      ...(form.languages.length > 0 && { languages: codes<Language>(form.languages) }),
      noPreApproval: form.noPreApproval,
      ...(!form.noPreApproval && preApprovals.length > 0 && { preApprovals }),
      ...(resource && { resource }),
      accessMethod: codeOf(form.accessMethod),
      serverLocation: form.serverLocation,
      ...(ips.length > 0 && { ips }),
      remark: form.remark,
      serviceFilingNumber: form.serviceFilingNumber,
    });
  },
  nameOf: (form, path) => {
    const field = /^services\[[^\]]+\]\.(.+)$/.exec(path)?.[1];
    if (field === undefined) return path.startsWith("services[") ? "name" : undefined;
    const [, id, inner] = /^preApprovals\[([^\]]+)\]\.(\w+)$/.exec(field) ?? [];
    const index = form.preApprovals.findIndex((item) => item.id === id);
    if (id !== undefined)
      return index < 0 || form.noPreApproval ? "noPreApproval" : `preApprovals.${index}.${inner}`;
    if (field.startsWith("resource"))
      return field.endsWith(".code") && form.resource === "CODE" ? "code" : "resource";
    if (field === "preApprovals") return "noPreApproval";
    return field.split(/[.[]/)[0];
  },
};
