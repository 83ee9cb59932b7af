import type { PreApprovalType, ServiceContent } from "@/lib/filing/application/codes";
import type { ServiceSection } from "@/lib/filing/application/draft-sections";
import { codeOf, filled, textOf } from "./codec";

export interface PreApprovalForm {
  id: string;
  type: string;
  permitNo: string;
  validTo: string;
}

/** What websites and APPs are both asked. */
export interface ServiceForm {
  id: string;
  name: string;
  contents: string[];
  noPreApproval: boolean;
  preApprovals: PreApprovalForm[];
  /** Id of an own server, or `CODE`. */
  resource: string;
  code: string;
  accessMethod: string;
  serverLocation: string;
  ips: string;
  remark: string;
  commercialLicence: string;
  serviceFilingNumber: string;
}

/** What their documents share, whatever the kind. */
type Common = Omit<Extract<ServiceSection, { kind: "APP" }>, "kind" | AppOnly>;
type AppOnly =
  | "packages"
  | "sdks"
  | "noSdk"
  | "domains"
  | "game"
  | "gameNumber"
  | "operatedByOther"
  | "testGame";

export const codesOf = <T extends number>(values: readonly string[]): T[] =>
  values.map((value) => Number(value) as T);

const lines = (text: string): string[] =>
  text
    .split(/[\s,，;；]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

function resourceOf(form: ServiceForm): Common["resource"] {
  if (form.resource === "") return undefined;
  return form.resource === "CODE"
    ? filled({ kind: "CODE" as const, code: form.code })
    : { kind: "RESOURCE", resourceId: form.resource };
}

/** The shared part of a service as its form holds it. */
export const serviceToForm = (service: ServiceSection): ServiceForm => ({
  id: service.id,
  name: service.name ?? "",
  contents: (service.contents ?? []).map(String),
  noPreApproval: service.noPreApproval ?? false,
  preApprovals: (service.preApprovals ?? []).map(({ id, type, permitNo = "", validTo = "" }) => ({
    id,
    type: textOf(type),
    permitNo,
    validTo,
  })),
  resource: service.resource?.kind === "CODE" ? "CODE" : (service.resource?.resourceId ?? ""),
  code: service.resource?.kind === "CODE" ? (service.resource.code ?? "") : "",
  accessMethod: textOf(service.accessMethod),
  serverLocation: service.serverLocation ?? "",
  ips: (service.ips ?? []).join("\n"),
  remark: service.remark ?? "",
  commercialLicence: service.commercialLicence ?? "",
  serviceFilingNumber: service.serviceFilingNumber ?? "",
});

/** The shared part of the form as the document stores it. */
export function serviceFromForm(form: ServiceForm): Common {
  const resource = resourceOf(form);
  const ips = lines(form.ips);
  const preApprovals = form.preApprovals.map(({ id, type, permitNo, validTo }) =>
    filled({ id, type: codeOf<PreApprovalType>(type), permitNo, validTo }),
  );
  return filled({
    id: form.id,
    name: form.name,
    ...(form.contents.length > 0 && { contents: codesOf<ServiceContent>(form.contents) }),
    noPreApproval: form.noPreApproval,
    ...(!form.noPreApproval && preApprovals.length > 0 && { preApprovals }),
    ...(resource && { resource }),
    accessMethod: codeOf(form.accessMethod),
    serverLocation: form.serverLocation,
    ...(ips.length > 0 && { ips }),
    remark: form.remark,
    commercialLicence: form.commercialLicence,
    serviceFilingNumber: form.serviceFilingNumber,
  });
}

/** The field of a service's own page a path speaks of; undefined when it speaks of another page. */
export function fieldOf(path: string): string | undefined {
  const field = /^services\[[^\]]+\]\.(.+)$/.exec(path)?.[1];
  return field ?? (path.startsWith("services[") ? "name" : undefined);
}

/** Input of a field inside a repeatable part: `packages[pkg_1].platform` → `packages.0.platform`. */
export function partInput(
  list: string,
  parts: readonly { readonly id: string }[],
  field: string,
): string | undefined {
  if (!field.startsWith(`${list}[`)) return undefined;
  const [, id, inner] = /^\w+\[([^\]]+)\](?:\.(\w+))?$/.exec(field) ?? [];
  const index = parts.findIndex((part) => part.id === id);
  return index < 0 || inner === undefined ? list : `${list}.${index}.${inner}`;
}

/** Input of a shared field. */
export function serviceInput(form: ServiceForm, field: string): string | undefined {
  const permit = partInput("preApprovals", form.preApprovals, field);
  if (permit !== undefined || field === "preApprovals")
    return permit === undefined || permit === "preApprovals" || form.noPreApproval ? "noPreApproval" : permit;
  if (field.startsWith("resource"))
    return field.endsWith(".code") && form.resource === "CODE" ? "code" : "resource";
  return field.split(/[.[]/)[0];
}
