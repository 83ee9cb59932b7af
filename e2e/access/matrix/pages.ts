import type { Asked, PageRow, Row } from "./row";

const on =
  (row: Omit<Row, "object">, object: Row["object"]) =>
  (path: PageRow["path"]): PageRow => ({ ...row, object, path });
const plain = (capability: Row["capability"]) => (path: string) => on({ capability }, null)(() => path);

const open = plain("public");
/** The page of a link says that it is dead; which one of a kind it is, it says to its holder. */
const DEAD = { capability: "public", foreign: "dead", unknown: "dead", ended: "dead" } as const;
const link = (object: Row["object"], page: string, more: Partial<Row> = {}) =>
  on({ ...DEAD, ...more }, object)(({ id }) => `${page}?t=${id}`);
const console_ = plain("console.enter");
const account = plain("account.read.own");
const order = on({ capability: "order.read.own" }, "order");
const filing = on({ capability: "filing.read.own" }, "filing");
const section = (name: string) => order(({ id }) => `/console/orders/${id}${name}`);
const form = (name: string) => ({ ...section(name), capability: "order.edit.own" as const });
const edit = plain("account.edit.own");
const review = on({ capability: "review.read" }, "review");
const policy = plain("policy.read");

/** Every page, what it asks for, and where it is. */
export const PAGES: Readonly<Record<string, PageRow>> = {
  "app/(public)/(guide)/calendar/page": open("/calendar"),
  "app/(public)/(guide)/filing-password/page": open("/filing-password"),
  "app/(public)/(guide)/leaving/page": open("/leaving"),
  "app/(public)/(guide)/materials/page": open("/materials"),
  "app/(public)/(guide)/rules/[province]/page": open("/rules/jiangsu"),
  "app/(public)/(guide)/rules/book/page": open("/rules/book"),
  "app/(public)/(guide)/rules/page": open("/rules"),
  "app/(public)/(guide)/ways-out/[obstacle]/page": open("/ways-out/shell-entity"),
  "app/(public)/(guide)/ways-out/page": open("/ways-out"),
  "app/(public)/(legal)/privacy/page": open("/privacy"),
  "app/(public)/(legal)/terms/page": open("/terms"),
  "app/(public)/callback/[token]/page": on(
    { capability: "public", unknown: "closed", ended: "closed" },
    "callbackLink",
  )(({ id }) => `/callback/${id}`),
  "app/(public)/confirm/email/page": link("emailLink", "/confirm/email"),
  "app/(public)/confirm/page": link("registerLink", "/confirm"),
  "app/(public)/forgot/page": open("/forgot"),
  "app/(public)/invite/page": link("memberLink", "/invite", { foreign: null }),
  "app/(public)/invite/staff/page": link("staffLink", "/invite/staff", { foreign: null }),
  "app/(public)/page": open("/"),
  "app/(public)/register/page": open("/register"),
  "app/(public)/reset/page": link("resetLink", "/reset"),
  "app/(public)/sign-in/finish/page": open("/sign-in/finish"),
  "app/(public)/sign-in/code/page": open("/sign-in/code"),
  "app/(public)/sign-in/page": open("/sign-in"),
  "app/(public)/sign-in/refused/page": open("/sign-in/refused"),
  "app/query/page": open("/query"),
  "app/verify/page": open("/verify"),
  "app/verify/password/page": open("/verify/password"),
  "app/sandbox/page": open("/sandbox"),
  "app/sandbox/clock/page": open("/sandbox/clock"),
  "app/sandbox/mailbox/page": open("/sandbox/mailbox"),

  "app/authority/page": plain("desk.work")("/authority"),
  "app/authority/queue/[view]/page": plain("desk.work")("/authority/queue/all"),
  "app/authority/line/page": plain("desk.work")("/authority/line"),
  "app/authority/blacklist/page": plain("desk.work")("/authority/blacklist"),
  "app/authority/register/page": plain("desk.work")("/authority/register"),
  "app/authority/settings/page": plain("desk.work")("/authority/settings"),
  "app/authority/submissions/[sequence]/page": on(
    { capability: "desk.work" },
    "submission",
  )(({ id }) => `/authority/submissions/${id}`),

  "app/console/page": console_("/console"),
  "app/console/account/page": account("/console/account"),
  "app/console/account/close/page": edit("/console/account/close"),
  "app/console/account/email/page": edit("/console/account/email"),
  "app/console/account/members/page": account("/console/account/members"),
  "app/console/account/password/page": edit("/console/account/password"),
  "app/console/account/phone/page": edit("/console/account/phone"),
  "app/console/account/real-name/page": edit("/console/account/real-name"),
  "app/console/account/sessions/page": account("/console/account/sessions"),
  "app/console/filings/page": plain("filing.read.own")("/console/filings"),
  "app/console/filings/[id]/page": filing(({ id }) => `/console/filings/${id}`),
  "app/console/filings/[id]/cancel/page": on(
    { capability: "filing.cancel.own" },
    "filing",
  )(({ id }) => `/console/filings/${id}/cancel?type=entity`),
  "app/console/filings/[id]/migrate/page": on(
    { capability: "filing.migrate.own" },
    "filing",
  )(({ id }) => `/console/filings/${id}/migrate`),
  "app/console/filings/[id]/change/page": {
    ...filing(({ id }) => `/console/filings/${id}/change`),
    capability: "order.open.own",
  },
  "app/console/filings/[id]/change/before/page": {
    ...filing(({ id }) => `/console/filings/${id}/change/before?about=kind`),
    capability: "order.open.own",
  },
  "app/console/filings/[id]/history/page": filing(({ id }) => `/console/filings/${id}/history`),
  "app/console/filings/[id]/leave/page": filing(({ id }) => `/console/filings/${id}/leave`),
  "app/console/filings/[id]/manual/page": on(
    { capability: "filing.edit.own" },
    "filing",
  )(({ id }) => `/console/filings/${id}/manual`),
  "app/console/filings/[id]/inspections/[inspectionId]/page": on(
    { capability: "filing.read.own" },
    "inspection",
  )(({ id, order: entity }) => `/console/filings/${entity}/inspections/${id}`),
  "app/console/filings/[id]/services/[serviceId]/page": on(
    { capability: "filing.read.own" },
    "filedService",
  )(({ id, order: entity }) => `/console/filings/${entity}/services/${id}`),
  "app/console/filings/after/[serviceId]/page": on(
    { capability: "filing.read.own" },
    "filedService",
  )(({ id }) => `/console/filings/after/${id}`),
  "app/console/notifications/page": plain("notification.read.own")("/console/notifications"),
  "app/console/notifications/settings/page": plain("notification.read.own")(
    "/console/notifications/settings",
  ),
  "app/console/offline/page": plain("filing.read.own")("/console/offline"),
  "app/console/orders/page": plain("order.read.own")("/console/orders"),
  "app/console/orders/new/page": plain("order.open.own")("/console/orders/new"),
  "app/console/orders/[id]/page": section(""),
  "app/console/orders/[id]/check/page": section("/check"),
  "app/console/orders/[id]/copy/page": section("/copy"),
  "app/console/orders/[id]/entity/page": form("/entity"),
  "app/console/orders/[id]/filed/page": { ...form("/filed"), object: "followUp" },
  "app/console/orders/[id]/leads/page": form("/leads"),
  "app/console/orders/[id]/materials/page": { ...section("/materials"), capability: "material.read.own" },
  "app/console/orders/[id]/record/page": section("/record"),
  "app/console/orders/[id]/services/page": section("/services"),
  "app/console/orders/[id]/services/[serviceId]/page": {
    ...form(""),
    path: ({ id, parts }) => `/console/orders/${id}/services/${parts?.service ?? "svc_000000"}`,
  },
  "app/console/resources/[id]/page": on(
    { capability: "resource.read.own" },
    "server",
  )(({ id }) => `/console/resources/${id}`),
  "app/console/resources/page": plain("resource.read.own")("/console/resources"),
  "app/console/tokens/page": plain("token.manage.own")("/console/tokens"),

  "app/review/page": plain("review.enter")("/review"),
  "app/review/account/page": plain("review.enter")("/review/account"),
  "app/review/account/second-factor/page": plain("factor.manage.own")("/review/account/second-factor"),
  "app/review/account/tokens/page": plain("token.manage.own")("/review/account/tokens"),
  "app/review/deliveries/page": plain("delivery.manage")("/review/deliveries"),
  "app/review/handover/page": on(
    { capability: "handover.work", manual: true },
    null,
  )(() => "/review/handover"),
  // A colleague's is shown, with what is somebody's own masked.
  "app/review/handover/[sequence]/page": on(
    { capability: "handover.work", manual: true, foreign: null },
    "handover",
  )(({ id }) => `/review/handover/${id}`),
  "app/review/orders/[id]/look-ups/page": on(
    { capability: "handover.work", manual: true },
    "review",
  )(({ id }) => `/review/orders/${id}/look-ups`),
  "app/review/orders/[id]/page": review(({ id }) => `/review/orders/${id}`),
  "app/review/orders/[id]/copy/page": review(({ id }) => `/review/orders/${id}/copy`),
  "app/review/tickets/page": plain("review.queue")("/review/tickets"),
  "app/review/questions/page": plain("review.queue")("/review/questions"),
  "app/review/tickets/[id]/page": on(
    { capability: "review.queue" },
    "ticket",
  )(({ id }: Asked) => `/review/tickets/${id}`),
  "app/review/inspections/page": plain("inspection.work")("/review/inspections"),
  "app/review/inspections/new/page": plain("inspection.work")("/review/inspections/new"),
  "app/review/inspections/[id]/page": on(
    { capability: "inspection.work" },
    "inspectionDesk",
  )(({ id }: Asked) => `/review/inspections/${id}`),
  "app/review/policy/page": policy("/review/policy"),
  "app/review/policy/[setting]/page": on(
    { capability: "policy.read" },
    "setting",
  )(({ id }: Asked) => `/review/policy/${id}`),
  "app/review/imports/page": plain("import.run")("/review/imports"),
  "app/review/serving/page": plain("settings.manage")("/review/serving"),
  "app/review/webhooks/page": plain("settings.manage")("/review/webhooks"),
  "app/review/settings/page": plain("settings.manage")("/review/settings"),
  "app/review/accounts/page": plain("account.flag")("/review/accounts"),
  "app/review/accounts/[id]/page": on(
    { capability: "account.flag" },
    "holder",
  )(({ id }: Asked) => `/review/accounts/${id}`),
  "app/review/staff/page": plain("staff.manage")("/review/staff"),
  "app/review/staff/invite/page": plain("staff.manage")("/review/staff/invite"),
  "app/review/staff/[id]/page": on(
    { capability: "staff.manage" },
    "staff",
  )(({ id }: Asked) => `/review/staff/${id}`),
  "app/review/cancellations/page": plain("review.queue")("/review/cancellations"),
  "app/review/cancellations/[id]/page": on(
    { capability: "review.read" },
    "cancellation",
  )(({ id }: Asked) => `/review/cancellations/${id}`),
  "app/review/queue/[view]/page": plain("review.queue")("/review/queue/all"),
};
