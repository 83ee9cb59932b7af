import "server-only";
import type { Plan } from "./types";

/** A closed list, loaded when first needed: nothing registers itself by being imported. */
export const HANDLERS: Plan["handlers"] = {
  "account.message": () => import("@/lib/usecases/accounts/deliver-message"),
  "gateway.submit": () => import("@/lib/usecases/system/push-to-authority"),
  "gateway.notice": () => import("@/lib/usecases/system/take-notice"),
  notify: () => import("@/lib/usecases/system/deliver-notification"),
  "callback.link": () => import("@/lib/usecases/system/send-callback-link"),
  "manual.erase": () => import("@/lib/usecases/manual/erase-manual"),
  "inspection.remind": () => import("@/lib/usecases/inspection/reminders"),
  "materials.tidy": () => import("@/lib/usecases/system/tidy-materials"),
  "order.erase": () => import("@/lib/usecases/system/erase-order"),
  "migration.lapse": () => import("@/lib/usecases/migration/lapse"),
  "webhook.event": () => import("@/lib/usecases/webhooks/deliver-webhook"),
};

export const JOBS: Plan["jobs"] = {
  /** The simulated authority's own work: it is another system, so pausing our delivery does not stop it. */
  "authority.sandbox": {
    load: () => import("@/lib/authority/sandbox/job"),
    everyMs: 5_000,
    pausable: false,
  },
  "gateway.poll": {
    load: () => import("@/lib/usecases/system/poll-authority"),
    everyMs: 2_000,
    pausable: true,
  },
  sweep: { load: () => import("@/lib/usecases/system/sweep-orders"), everyMs: 30_000, pausable: false },
};
