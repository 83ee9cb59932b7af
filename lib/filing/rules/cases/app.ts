import { app1, type LookCase, unit } from "../../testing/look";

export const APP_CASES: readonly LookCase[] = [
  ["app.required", "no package", unit({}, { services: [app1] }), ["packages@services[svc_app001].packages"]],
  [
    "app.fingerprint-length",
    "40 on Android",
    unit(
      {},
      {
        services: [
          { ...app1, packages: [{ id: "pkg_0001", platform: "ANDROID", certFingerprint: "a".repeat(40) }] },
        ],
      },
    ),
    ["services[svc_app001].packages[pkg_0001].certFingerprint"],
  ],
  [
    "app.fingerprint-length",
    "32 on Android",
    unit(
      {},
      {
        services: [
          { ...app1, packages: [{ id: "pkg_0001", platform: "ANDROID", certFingerprint: "a".repeat(32) }] },
        ],
      },
    ),
    [],
  ],
];
