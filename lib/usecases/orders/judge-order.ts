import "server-only";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { type CheckOptions, checkApplication, requiredMaterials } from "@/lib/filing/rules";
import type { RequiredMaterial } from "@/lib/filing/rules/material-types";
import type { Finding, RuleContext } from "@/lib/filing/rules/types";
import { loadRuleContext } from "../facts/load-facts";
import type { Sources } from "../facts/sources";
import type { OrderRecord } from "./store";

export interface Judgement {
  readonly context: RuleContext;
  readonly findings: readonly Finding[];
  readonly required: readonly RequiredMaterial[];
}

/** The rule book over a document with every fact the server can load. */
export async function judgeOrder(
  order: OrderRecord,
  application: ApplicationDraft,
  options: CheckOptions = {},
  sources?: Sources,
): Promise<Judgement> {
  const context = await loadRuleContext(order, application, sources);
  return { context, findings: checkApplication(context, options), required: requiredMaterials(context) };
}
