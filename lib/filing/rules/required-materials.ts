import { type Case, caseOf } from "./case";
import type { RequiredMaterial } from "./material-types";
import { apps } from "./materials/apps";
import { type Asker, ask, ENTITY } from "./materials/ask";
import { domains } from "./materials/domains";
import { identity, video } from "./materials/identity";
import { minors } from "./materials/leads";
import { letters, nameChange } from "./materials/letters";
import { culture, finance, organisers, permits } from "./materials/permits";
import { counts, partyLetter, promises, residence } from "./materials/province";
import type { RuleContext } from "./types";

export { MATERIALS_RULE } from "./materials/ask";

/** In the order the page shows them. */
const ASKERS: readonly Asker[] = [
  identity,
  video,
  letters,
  nameChange,
  residence,
  promises,
  counts,
  partyLetter,
  minors,
  domains,
  permits,
  finance,
  culture,
  organisers,
  apps,
];
const SPARE = ask("OTHER", ENTITY, "other", { source: "S4: 材料上传", optional: true });

function slotsOf(c: Case): readonly RequiredMaterial[] {
  const slots: RequiredMaterial[] = [];
  for (const asker of ASKERS) asker(c, slots);
  slots.push(SPARE);
  return slots;
}

const NOTHING: readonly RequiredMaterial[] = [];

/** Every slot this order asks for, with the reason; optional ones never block (DF §8). Cancellations ask nothing here. */
export const requiredMaterials = (ctx: RuleContext): readonly RequiredMaterial[] =>
  ctx.orderType.startsWith("CANCEL") ? NOTHING : caseOf(ctx).once(slotsOf);
