import type { ApplicationDraft } from "../application/draft";
import type { Finding } from "./types";

/** Fields in the order the pages ask them; findings are shown in this order. */
const FIELDS: readonly string[] = [
  "province",
  "nature",
  "certType",
  "certNo",
  "name",
  "certValidFrom",
  "certValidTo",
  "certLongTerm",
  "city",
  "district",
  "certAddress",
  "commAddress",
  "investorOrSuperior",
  "businessScope",
  "legalRep",
  "entityLead",
  "recordNumber",
  "idType",
  "idNo",
  "idValidFrom",
  "idValidTo",
  "idLongTerm",
  "phone1",
  "phone2",
  "emergencyPhone",
  "email",
  "imHandle",
  "domain",
  "homepageUrl",
  "contents",
  "languages",
  "noPreApproval",
  "preApprovals",
  "lead",
  "resource",
  "accessMethod",
  "serverLocation",
  "ips",
  "packages",
  "sdks",
  "domains",
  "remark",
];
const ROOTS: readonly string[] = ["order", "account", "facts", "entity", "people", "services", "materials"];
const LEVELS: readonly string[] = ["error", "warn", "info"];

const rank = (list: readonly string[], value: string): number => {
  const index = list.indexOf(value);
  return index < 0 ? list.length : index;
};

/** Where a path stands: root, which part, which field. */
function placeOf(app: ApplicationDraft, path: string): readonly [number, number, number] {
  const match = /^([a-z]+)(?:\[([^\]]*)\])?(?:\.([A-Za-z0-9]+))?/.exec(path);
  const [root, id, field] = [match?.[1] ?? "", match?.[2] ?? "", match?.[3] ?? ""];
  const list: readonly { readonly id: string }[] =
    root === "people" ? app.people : root === "services" ? app.services : [];
  return [
    rank(ROOTS, root),
    list.findIndex((part) => part.id === id),
    field === "" ? -1 : rank(FIELDS, field),
  ];
}

/** Findings in document order, the worst first at one place; the same whatever order the rules ran in. */
export function inDocumentOrder(app: ApplicationDraft, findings: readonly Finding[]): readonly Finding[] {
  const key = (finding: Finding) => [...placeOf(app, finding.path), rank(LEVELS, finding.level)];
  return findings
    .map((finding) => ({ finding, at: key(finding) }))
    .sort((a, b) => {
      for (const [i, value] of a.at.entries()) {
        const difference = value - (b.at[i] ?? 0);
        if (difference !== 0) return difference;
      }
      const [x, y] = [`${a.finding.path} ${a.finding.rule}`, `${b.finding.path} ${b.finding.rule}`];
      return x < y ? -1 : x > y ? 1 : 0;
    })
    .map(({ finding }) => finding);
}
