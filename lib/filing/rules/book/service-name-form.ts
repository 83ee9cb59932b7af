import { eachWord, namesOf, type ServiceName } from "../names";
import { each, eachAll, NONE } from "../parts";
import type { Rule, Verdict } from "../types";
import { GENERIC_NAMES } from "./words";

const READS = ["services[*].kind", "services[*].name"];
/** Characters a name needs, brackets and hyphens not counted (DF §7.5). */
export const NAME_MIN_LENGTH = 3;

function formVerdict(found: ServiceName): Verdict | undefined {
  // An APP is filed under the name below its icon, whatever its script.
  if (found.service.kind !== "WEBSITE") return undefined;
  const { path, count, han, latin, digits, sign } = found;
  if (sign) return { path, message: "characters" };
  if (count < NAME_MIN_LENGTH) return { path, message: "short", params: { minimum: NAME_MIN_LENGTH } };
  if (digits === count) return { path, message: "digits" };
  return han === 0 && latin + digits === count ? { path, message: "latin" } : undefined;
}

/** What an APP's name must not look like, though any script goes. */
function appVerdicts({ service, path, sign, hits }: ServiceName): readonly Verdict[] {
  if (service.kind !== "APP") return NONE;
  const out: Verdict[] = sign ? [{ path, message: "signs" }] : [];
  const promo = hits.find(({ tag }) => tag.list === "promo");
  const known = hits.find(({ tag }) => tag.list === "known-app");
  if (promo) out.push({ path, message: "promo", params: { word: promo.word } });
  if (known) out.push({ path, message: "known-app", params: { word: known.word } });
  return out;
}

/** Signs, length, script and general quality of a name. */
export const SERVICE_NAME_FORM_RULES: readonly Rule[] = [
  {
    id: "service-name.form",
    topic: "service-name",
    level: "error",
    source: "T21: 网站命名要求; S4: 网站名称",
    reads: READS,
    rejection: ["NAME_NOT_OK"],
    check: (c) => each(namesOf(c), formVerdict),
  },
  {
    id: "service-name.app-name",
    topic: "service-name",
    level: "warn",
    source: "H: App备案咨询",
    reads: READS,
    rejection: ["NAME_NOT_OK"],
    check: (c) => (c.apps.length === 0 ? NONE : eachAll(namesOf(c), appVerdicts)),
  },
  {
    id: "service-name.sensitive-words",
    topic: "service-name",
    level: "error",
    source: "T21: 网站命名要求",
    reads: READS,
    rejection: ["NAME_NOT_OK"],
    check: (c) => eachWord(c, "sensitive", ({ path }, word) => ({ path, params: { word } })),
  },
  {
    id: "service-name.generic",
    topic: "service-name",
    level: "warn",
    source: "T21: 网站命名要求; H: App备案咨询",
    reads: READS,
    rejection: ["NAME_NOT_OK"],
    check: (c) => each(namesOf(c), ({ plain, path }) => (GENERIC_NAMES.has(plain) ? { path } : undefined)),
  },
];
