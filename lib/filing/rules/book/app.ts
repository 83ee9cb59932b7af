import { blank } from "../../application/access";
import type { AppDraft } from "../../application/draft";
import { missing, servicePath } from "../parts";
import type { Rule, Verdict } from "../types";

const READS = ["services[*].kind", "services[*].packages"];
const FIELDS = ["platform", "packageName", "publicKey", "certFingerprint"] as const;
/** Hex digits of the signing certificate's digest: MD5 on Android, SHA-1 on Apple (DF §6.5). */
const FINGERPRINT: Readonly<Record<string, number>> = { ANDROID: 32, IOS: 40 };

const appsOf = (services: readonly { kind: string }[]) =>
  services.filter((service): service is AppDraft => service.kind === "APP");
const packagePath = (service: string, item: string, field: string) =>
  servicePath(service, `packages[${item}].${field}`);

/** What every APP must bring; the rest of the APP rules widens this file. */
export const APP_RULES: readonly Rule[] = [
  {
    id: "app.required",
    topic: "app",
    level: "error",
    source: "S4: APP 备案常见问题",
    reads: READS,
    check: ({ application }) =>
      appsOf(application.services).flatMap((app): Verdict[] => {
        const packages = app.packages ?? [];
        if (packages.length === 0) return [missing(servicePath(app.id, "packages"), "service.packages")];
        return packages.flatMap((item) =>
          FIELDS.filter((field) => blank(item[field])).map((field) =>
            missing(packagePath(app.id, item.id, field), `package.${field}`),
          ),
        );
      }),
  },
  {
    id: "app.fingerprint-length",
    topic: "app",
    level: "error",
    source: "S4: APP 备案常见问题",
    reads: READS,
    check: ({ application }) =>
      appsOf(application.services).flatMap((app) =>
        (app.packages ?? []).flatMap((item): Verdict[] => {
          const digest = item.certFingerprint?.replace(/[:\s]/g, "");
          const length = FINGERPRINT[item.platform ?? ""];
          if (digest === undefined || blank(digest)) return [];
          const fits =
            /^[0-9a-f]+$/i.test(digest) &&
            (length === undefined ? [32, 40].includes(digest.length) : digest.length === length);
          if (fits) return [];
          const path = packagePath(app.id, item.id, "certFingerprint");
          return [length === undefined ? { path, message: "any" } : { path, params: { length } }];
        }),
      ),
  },
];
