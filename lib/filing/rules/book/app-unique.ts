import { blank } from "../../application/access";
import type { AppDraft } from "../../application/draft";
import type { Case } from "../case";
import { filingNumberKey } from "../filed-numbers";
import { NONE } from "../parts";
import type { Rule, Verdict } from "../types";
import { eachPackage, packagePath } from "./app-packages";

const READS = ["services[*].kind", "services[*].packages"];

interface Owner {
  readonly app: AppDraft;
  readonly platform: string | undefined;
}

/** Of one APP on one platform, and of different APPs, names differ; of one APP on different platforms they need not. */
function inOrder(c: Case): readonly Verdict[] {
  const seen = new Map<string, Owner[]>();
  return eachPackage(c, (item, app) => {
    const { packageName, platform } = item;
    if (packageName === undefined || blank(packageName)) return NONE;
    const earlier = seen.get(packageName) ?? [];
    seen.set(packageName, [...earlier, { app, platform }]);
    const path = packagePath(app, item, "packageName");
    if (earlier.some((one) => one.app !== app)) return [{ path, message: "other-app" }];
    return earlier.some((one) => one.platform === platform) ? [{ path }] : NONE;
  });
}

/** Another APP of this entity is filed with the package. */
function filedElsewhere(c: Case): readonly Verdict[] {
  const filed = c.facts.registry?.filed?.services;
  if (filed === undefined || filed.every(({ packages }) => packages.length === 0)) return NONE;
  return eachPackage(c, (item, app) => {
    const mine = filingNumberKey(app.serviceFilingNumber);
    const other = filed.find(
      ({ number, packages }) =>
        (mine === undefined || filingNumberKey(number) !== mine) &&
        packages.some(({ packageName }) => packageName === item.packageName),
    );
    return other === undefined
      ? NONE
      : [{ path: packagePath(app, item, "packageName"), params: { number: other.number } }];
  });
}

/** The table of DF §7.7; packages of different entities may be equal. */
export const APP_UNIQUE_RULES: readonly Rule[] = [
  {
    id: "app.package-repeated",
    topic: "app",
    level: "error",
    source: "S4: APP 备案常见问题",
    reads: READS,
    check: (c) => (c.apps.length === 0 ? NONE : inOrder(c)),
  },
  {
    id: "app.package-filed",
    topic: "app",
    level: "error",
    source: "S4: APP 备案常见问题",
    reads: [...READS, "services[*].serviceFilingNumber", "facts.registry"],
    check: (c) => (c.apps.length === 0 ? NONE : filedElsewhere(c)),
  },
];
