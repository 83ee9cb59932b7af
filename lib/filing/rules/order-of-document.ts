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
  "moreDomains",
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
  "commercialLicence",
];
const ROOTS: readonly string[] = [
  "order",
  "account",
  "facts",
  "entity",
  "filedServices",
  "people",
  "services",
  "materials",
];
const LEVELS: readonly string[] = ["error", "warn", "info"];

const ranks = (list: readonly string[]): ReadonlyMap<string, number> =>
  new Map(list.map((value, i) => [value, i]));
const ROOT_RANK = ranks(ROOTS);
const FIELD_RANK = ranks(FIELDS);
const LEVEL_RANK = ranks(LEVELS);
/** More than any list of ranks and any number of parts. */
const BASE = 512;

/** Where a path stands, as one number: root, which part of it, which field. */
function placeOf(app: ApplicationDraft, path: string): number {
  const bracket = path.indexOf("[");
  const dot = path.indexOf(".");
  const rootEnd = bracket >= 0 && (dot < 0 || bracket < dot) ? bracket : dot;
  if (rootEnd < 0) return placed(ROOT_RANK.get(path), -1, undefined);
  const root = path.slice(0, rootEnd);
  let part = -1;
  let field = rootEnd;
  if (rootEnd === bracket) {
    const close = path.indexOf("]", bracket);
    part = partOf(app, root, path.slice(bracket + 1, close));
    field = close + 1;
  }
  return placed(ROOT_RANK.get(root), part, path[field] === "." ? wordAt(path, field + 1) : undefined);
}

function partOf(app: ApplicationDraft, root: string, id: string): number {
  const list: readonly { readonly id: string }[] =
    root === "people"
      ? app.people
      : root === "services"
        ? app.services
        : root === "filedServices"
          ? (app.filedServices ?? NO_PARTS)
          : NO_PARTS;
  return list.findIndex((part) => part.id === id);
}
const NO_PARTS: readonly { readonly id: string }[] = [];

/** The name of a field, up to what follows it. */
function wordAt(path: string, start: number): string {
  const dot = path.indexOf(".", start);
  const bracket = path.indexOf("[", start);
  const end = dot < 0 ? bracket : bracket < 0 ? dot : Math.min(dot, bracket);
  return end < 0 ? path.slice(start) : path.slice(start, end);
}

const placed = (root: number | undefined, part: number, field: string | undefined): number =>
  ((root ?? ROOTS.length) * BASE + part + 1) * BASE +
  (field === undefined ? 0 : 1 + (FIELD_RANK.get(field) ?? FIELDS.length));

/** Findings in document order, the worst first at one place; the same whatever order the rules ran in. */
export function inDocumentOrder(app: ApplicationDraft, findings: readonly Finding[]): readonly Finding[] {
  if (findings.length < 2) return findings;
  const placedFindings = findings.map((finding) => ({
    finding,
    at: placeOf(app, finding.path) * BASE + (LEVEL_RANK.get(finding.level) ?? LEVELS.length),
  }));
  placedFindings.sort((a, b) => a.at - b.at || inAlphabet(a.finding, b.finding));
  return placedFindings.map(({ finding }) => finding);
}

/** At one place: by path, then by rule, then by sentence. */
function inAlphabet(a: Finding, b: Finding): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  if (a.rule !== b.rule) return a.rule < b.rule ? -1 : 1;
  return a.message < b.message ? -1 : a.message > b.message ? 1 : 0;
}
