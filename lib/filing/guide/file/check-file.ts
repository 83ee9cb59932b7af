import type { OrderType } from "../../application/codes";
import type { ApplicationDraft } from "../../application/draft";
import { normalise } from "../../application/normalise";
import { divisionsOf } from "../../policy/divisions";
import type { Policy } from "../../policy/types";
import { blocking, checkApplication, requiredMaterials } from "../../rules";
import { caseOf } from "../../rules/case";
import type { RequiredMaterial } from "../../rules/material-types";
import type { Finding, RuleContext } from "../../rules/types";
import { factsById } from "./facts-by-id";
import { orderTypeOf } from "./order-type-of";
import { placeInFile } from "./paths";
import { CheckFile } from "./schema";
import { hazards, type Violation, violationsOf } from "./violations";

/** A file checked from outside: all paths are dotted index paths relative to the application, "" = outside it. */
export interface CheckedFile {
  readonly kind: "checked";
  readonly orderType: OrderType;
  readonly findings: readonly Finding[];
  /** `subject` is `entity`, `people.<i>` or `services.<i>`. */
  readonly requiredMaterials: readonly RequiredMaterial[];
  /** Nothing blocks. */
  readonly ok: boolean;
}

export type FileCheck = CheckedFile | Refused;
/** The file is not what the schema describes; nothing was checked. */
type Refused = { readonly kind: "violations"; readonly violations: readonly Violation[] };

export interface FileCheckOptions {
  /** Business time of the check, epoch milliseconds. */
  readonly at: number;
  readonly policy: Policy;
}

/**
 * Checks a file with application and facts: what command line and HTTP do. Whatever JSON it is given, it answers and
 * never throws. The application is normalised as the forms would; a fact that is absent is told as unknown.
 */
export function checkFile(raw: unknown, options: FileCheckOptions): FileCheck {
  const context = contextOfFile(raw, options);
  if ("kind" in context) return context;
  const app = context.application;
  const c = caseOf(context);
  const findings = checkApplication(c);
  return {
    kind: "checked",
    orderType: context.orderType,
    findings: findings.map((finding) => inFile(app, finding)),
    requiredMaterials: requiredMaterials(c).map((slot) => ({
      ...slot,
      subject: placeInFile(app, slot.subject).path,
    })),
    ok: blocking(findings).length === 0,
  };
}

/** The context a file describes, or why it is none. */
function contextOfFile(raw: unknown, { at, policy }: FileCheckOptions): RuleContext | Refused {
  const dangers = hazards(raw);
  if (dangers.length > 0) return refused(dangers);
  const tidy = withApplication(raw);
  const parsed = CheckFile.safeParse(tidy);
  if (!parsed.success) return refused(violationsOf(parsed.error, tidy));
  const { application, facts: given, orderType } = parsed.data;
  const twice = repeatedIds(application);
  const { facts, violations } = factsById(application, given, policy);
  const wrong = [...twice, ...violations];
  if (wrong.length > 0) return refused(wrong);
  const asked = orderType ?? ("FIRST_FILING" as const);
  const context = { application, facts, policy, at, orderType: asked, divisions: divisionsOf };
  return orderType === undefined ? { ...context, orderType: orderTypeOf(caseOf(context)) } : context;
}

const refused = (violations: readonly Violation[]): Refused => ({ kind: "violations", violations });

/** Only the document is written by people; facts come from machines. */
const withApplication = (raw: unknown): unknown =>
  typeof raw === "object" && raw !== null && Object.hasOwn(raw, "application")
    ? { ...raw, application: normalise((raw as { application: unknown }).application) }
    : raw;

function inFile(app: ApplicationDraft, finding: Finding): Finding {
  const { path, material } = placeInFile(app, finding.path);
  return material === undefined
    ? { ...finding, path }
    : { ...finding, path, params: { ...finding.params, material } };
}

/** Parts that share an id could not be told apart: what is said of one would be shown at the other. */
function repeatedIds(app: ApplicationDraft): readonly Violation[] {
  const seen = new Set<string>();
  const out: Violation[] = [];
  const look = (path: string, parts: readonly { readonly id: string }[] | undefined) => {
    for (const [i, { id }] of (parts ?? []).entries()) {
      if (seen.has(id)) out.push({ path: `application.${path}.${i}.id`, reason: "repeated", params: {} });
      seen.add(id);
    }
  };
  look("people", app.people);
  look("services", app.services);
  look("filedServices", app.filedServices);
  for (const [i, service] of app.services.entries()) {
    const at = `services.${i}`;
    look(`${at}.preApprovals`, service.preApprovals);
    if (service.kind === "WEBSITE") continue;
    look(`${at}.packages`, service.packages);
    look(`${at}.sdks`, service.sdks);
    look(`${at}.domains`, service.domains);
  }
  return out;
}
