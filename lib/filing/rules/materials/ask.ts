import { isChange } from "../../guide/order-type";
import { materialKind } from "../../policy/materials";
import type { ProvinceAdvice } from "../../policy/province-advice";
import type { Source } from "../../policy/types";
import type { Params } from "../../shared/refusal";
import type { Case } from "../case";
import type { MaterialCode, RequiredMaterial } from "../material-types";

/** The rule that reports an empty slot. */
export const MATERIALS_RULE = "materials.missing";
/** Whom or what a document is about, as its slot names the subject. */
export const ENTITY = "entity";
export const ofPerson = (id: string): string => `people[${id}]`;
export const ofService = (id: string): string => `services[${id}]`;

interface Extra {
  readonly source: Source;
  readonly optional?: boolean;
  readonly alternatives?: readonly MaterialCode[];
  readonly params?: Params;
}

const NO_CODES: readonly MaterialCode[] = [];
const NO_PARAMS: Params = {};

/** A slot; required unless said otherwise. `reason` is its key below `materials.reason`. */
export function ask(code: MaterialCode, subject: string, reason: string, extra: Extra): RequiredMaterial {
  const { sides, dated } = materialKind(code);
  const { source, optional = false, alternatives = NO_CODES, params = NO_PARAMS } = extra;
  return {
    code,
    subject,
    sides,
    optional,
    alternatives,
    dated,
    reason,
    params,
    rule: MATERIALS_RULE,
    source,
  };
}

/** Adds the slots of one topic to the list. */
export type Asker = (c: Case, slots: RequiredMaterial[]) => void;

/** Only a document the newest texts ask for may block; what older pages ask is offered (DF §5.3). */
export const onlyAdvised = (advice: ProvinceAdvice, field: keyof ProvinceAdvice): boolean =>
  !advice.authoritative.includes(field);

/** Orders that bring services to the register, or here. */
export const addsServices = (c: Case): boolean => !isChange(c.orderType);

/** The province as a param of a slot's reason. */
export const provinceParams = (c: Case): Params => ({ province: c.application.entity.province ?? "" });
