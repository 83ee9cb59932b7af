import { blank } from "../../application/access";
import type { AppDraft } from "../../application/draft";
import type { Case } from "../case";
import { eachAll, missing, NONE, servicePath } from "../parts";
import type { Rule, Verdict } from "../types";

const READS = ["services[*].kind", "services[*].packages"];
const FIELDS = ["platform", "packageName", "publicKey", "certFingerprint"] as const;
/** Hex digits of the signing certificate's digest: MD5 on Android, SHA-1 on Apple (DF §6.5). */
const FINGERPRINT: Readonly<Record<string, number>> = { ANDROID: 32, IOS: 40 };

type Package = NonNullable<AppDraft["packages"]>[number];
/** Id path of a field of one package. */
export const packagePath = (app: AppDraft, item: Package, field: string): string =>
  servicePath(app.id, `packages[${item.id}].${field}`);

/** Verdicts per package of every APP. */
export const eachPackage = (
  c: Case,
  verdicts: (item: Package, app: AppDraft) => readonly Verdict[],
): readonly Verdict[] =>
  c.apps.length === 0
    ? NONE
    : eachAll(c.apps, (app) => (app.packages ? eachAll(app.packages, (item) => verdicts(item, app)) : NONE));

function emptyFields(app: AppDraft): readonly Verdict[] {
  const { packages } = app;
  if (packages === undefined || packages.length === 0)
    return [missing(servicePath(app.id, "packages"), "service.packages")];
  return packages.flatMap((item) =>
    FIELDS.filter((field) => blank(item[field])).map((field) =>
      missing(packagePath(app, item, field), `package.${field}`),
    ),
  );
}

const digest = (text: string | undefined): string => (text ?? "").replace(/[:\s]/g, "").toLowerCase();

function fingerprint(item: Package, app: AppDraft): readonly Verdict[] {
  const hex = digest(item.certFingerprint);
  if (hex === "") return NONE;
  const path = packagePath(app, item, "certFingerprint");
  if (!/^[0-9a-f]+$/.test(hex)) return [{ path, message: "hex" }];
  const length = FINGERPRINT[item.platform ?? ""];
  if (length === undefined)
    return hex.length === 32 || hex.length === 40
      ? NONE
      : [{ path, message: "any", params: { count: hex.length } }];
  return hex.length === length ? NONE : [{ path, params: { length, count: hex.length } }];
}

/** Name of a package as stores write it; what has no dot is rarely one. */
function packageForm(item: Package, app: AppDraft): readonly Verdict[] {
  const name = item.packageName ?? "";
  if (blank(name)) return NONE;
  const path = packagePath(app, item, "packageName");
  if (!/^[A-Za-z0-9._-]+$/.test(name)) return [{ path }];
  return /^[A-Za-z][\w-]*(?:\.[A-Za-z0-9_][\w-]*)+$/.test(name)
    ? NONE
    : [{ path, message: "dots", level: "warn" }];
}

/** Package name, public key and fingerprint of one package are three different things. */
function sameValues(item: Package, app: AppDraft): readonly Verdict[] {
  const [name, key, print] = [item.packageName?.trim(), item.publicKey?.trim(), digest(item.certFingerprint)];
  if (key && name === key) return [{ path: packagePath(app, item, "publicKey") }];
  const repeats = print !== "" && (digest(key) === print || digest(name) === print);
  return repeats ? [{ path: packagePath(app, item, "certFingerprint") }] : NONE;
}

/** What every package of an APP must bring (DF §6.5, §7.7). */
export const APP_PACKAGE_RULES: readonly Rule[] = [
  {
    id: "app.required",
    topic: "app",
    level: "error",
    source: "S4: APP 备案常见问题",
    reads: READS,
    check: (c) => (c.apps.length === 0 ? NONE : eachAll(c.apps, emptyFields)),
  },
  {
    id: "app.fingerprint-length",
    topic: "app",
    level: "error",
    source: "S4: APP 备案常见问题",
    reads: READS,
    check: (c) => eachPackage(c, fingerprint),
  },
  {
    id: "app.package-form",
    topic: "app",
    level: "error",
    source: "S4: APP 备案常见问题; GK: Android, Apple",
    reads: READS,
    check: (c) => eachPackage(c, packageForm),
  },
  {
    id: "app.values-differ",
    topic: "app",
    level: "error",
    source: "S4: APP 备案常见问题",
    reads: READS,
    check: (c) => eachPackage(c, sameValues),
  },
];
