import type { OrderType } from "../../application/codes";
import type { Case } from "../../rules/case";
import { derivedType } from "../../rules/derived-type";

/**
 * The order a file is checked as when it names none: what register and domains lead to (DF §2.1). Where they lead to no
 * order, or to several, the one that comes closest, and the rules of the order say what is in the way.
 */
export function orderTypeOf(c: Case): OrderType {
  const outcome = derivedType(c);
  if (outcome?.kind === "type") return outcome.type;
  const [first] = outcome?.kind === "mixed" ? outcome.types : [];
  if (first !== undefined) return first;
  const { registry } = c.facts;
  if (!registry?.entityFiled) return "FIRST_FILING";
  return registry.entityKnownHere ? "NEW_SERVICE_LOCAL" : "NEW_SERVICE_FOREIGN";
}
