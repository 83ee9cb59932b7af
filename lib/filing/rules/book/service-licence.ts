import { blank } from "../../application/access";
import { each, NONE, servicePath } from "../parts";
import type { Rule } from "../types";

const LICENCE = ["services[*].kind", "services[*].commercialLicence"];
/** 京ICP证030001号, 京ICP证京B2-20200001号, 京B2-20200001, A2.B1.B2-20200001 [S4: 变更备案相关]. */
const FORM = /^\p{Script=Han}{0,2}(?:ICP证\p{Script=Han}{0,2})?(?:\d{6,8}|(?:[AB][12]\.?)+-\d{8})号?$/u;

/** A licence for commercial services: who may hold one, and what its number looks like (DF §15 B16). */
export const SERVICE_LICENCE_RULES: readonly Rule[] = [
  {
    id: "service.licence-form",
    topic: "service",
    level: "warn",
    source: "S4: 是否需要备案; DESIGN",
    reads: LICENCE,
    check: (c) =>
      each(c.application.services, ({ id, commercialLicence: number }) =>
        number === undefined || blank(number) || FORM.test(number.trim())
          ? undefined
          : { path: servicePath(id, "commercialLicence") },
      ),
  },
  {
    id: "service.licence-person",
    topic: "service",
    level: "error",
    source: "S4: 是否需要备案; DESIGN",
    reads: ["entity.nature", ...LICENCE],
    check: (c) =>
      c.isPerson
        ? each(c.application.services, ({ id, commercialLicence }) =>
            blank(commercialLicence) ? undefined : { path: servicePath(id, "commercialLicence") },
          )
        : NONE,
  },
];
