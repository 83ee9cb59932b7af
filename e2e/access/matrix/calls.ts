import type { CallRow } from "./row";

const digest = "0".repeat(64);
const slot = `code=ORG_CERT&subject=entity&side=SINGLE&sha256=${digest}`;
const open = (path: string): CallRow => ({ capability: "public", object: null, path: () => path });

/** Every route handler and method, as one of our own pages or a machine would call it. */
export const CALLS: Readonly<Record<string, CallRow>> = {
  "GET app/api/auth/[...nextauth]/route": open("/api/auth/csrf"),
  "POST app/api/auth/[...nextauth]/route": open("/api/auth/_log"),
  "GET app/api/health/route": open("/api/health"),
  "GET app/api/examples/[code]/route": open("/api/examples/ORG_CERT"),
  // Its own tokens decide, which are no user's: a session is nobody here.
  "GET app/api/serving/route": {
    ...open("/api/serving"),
    object: "servingToken",
    headers: ({ id }) => ({ authorization: `Bearer ${id}` }),
    ...{ foreign: "unauthenticated", unknown: "unauthenticated", ended: "unauthenticated" },
  },
  "GET app/icon.svg/route": open("/icon.svg"),
  "GET app/api/provider/mark/route": open("/api/provider/mark"),
  "POST app/api/review/mark/route": {
    capability: "settings.manage",
    object: null,
    path: () => "/api/review/mark",
    json: () => "no picture",
  },
  "DELETE app/api/review/mark/route": {
    capability: "settings.manage",
    object: null,
    path: () => "/api/review/mark",
  },
  "POST app/api/preferences/route": { ...open("/api/preferences"), json: () => ({ locale: "zh-CN" }) },
  "GET app/api/calendar/[token]/route": {
    capability: "public",
    object: "calendarFeed",
    path: ({ id }) => `/api/calendar/${id}.ics`,
  },
  "GET app/api/calendar/route": {
    capability: "notification.read.own",
    object: null,
    path: () => "/api/calendar",
  },
  "POST app/api/check/route": {
    capability: "check.run",
    object: null,
    path: () => "/api/check",
    json: () => ({ schemaVersion: 1, application: {}, facts: {} }),
  },
  "GET app/api/sandbox/samples/[code]/route": {
    capability: "material.upload.own",
    object: null,
    path: () => "/api/sandbox/samples/ORG_CERT",
  },
  "GET app/api/orders/[id]/draft/route": {
    capability: "order.read.own",
    object: "order",
    path: ({ id }) => `/api/orders/${id}/draft?section=entity`,
  },
  "PUT app/api/orders/[id]/draft/route": {
    capability: "order.edit.own",
    object: "order",
    path: ({ id }) => `/api/orders/${id}/draft`,
    json: () => ({ section: "entity", baseVersion: 1, value: { name: "Mine" } }),
  },
  "POST app/api/orders/[id]/materials/route": {
    capability: "material.upload.own",
    object: "order",
    path: ({ id }) => `/api/orders/${id}/materials?${slot}`,
    json: () => "no picture",
  },
  "GET app/api/materials/[id]/route": {
    capability: "material.read.own",
    object: "material",
    path: ({ id }) => `/api/materials/${id}`,
  },
  "PATCH app/api/materials/[id]/route": {
    capability: "material.upload.own",
    object: "material",
    path: ({ id }) => `/api/materials/${id}`,
    json: ({ order }) => ({ orderId: order, documentDate: "2026-01-01" }),
  },
  "DELETE app/api/materials/[id]/route": {
    capability: "material.upload.own",
    object: "material",
    path: ({ id, order }) => `/api/materials/${id}?orderId=${order}`,
  },
  "POST app/api/manual/[id]/files/route": {
    capability: "material.upload.own",
    object: "manualRequest",
    path: ({ id }) => `/api/manual/${id}/files?slot=LICENCE&side=SINGLE&sha256=${digest}`,
    json: () => "no picture",
  },
  "GET app/api/manual/files/[id]/route": {
    capability: "material.read.own",
    object: "manualRequest",
    // Named by the file; nothing was uploaded yet.
    partGone: true,
    path: ({ id }) => `/api/manual/files/${id}`,
  },
  "GET app/api/review/manual/[id]/route": {
    capability: "document.view",
    object: "ticket",
    path: ({ id }) => `/api/review/manual/${id}`,
  },
  "GET app/api/review/handover/[sequence]/archive/route": {
    capability: "handover.work",
    object: "handover",
    path: ({ id }) => `/api/review/handover/${id}/archive`,
    foreign: "forbidden",
    manual: true,
  },
  "GET app/api/review/handover/template/route": {
    capability: "handover.work",
    object: null,
    path: () => "/api/review/handover/template",
    manual: true,
  },
  "POST app/api/review/handover/import/route": {
    capability: "handover.work",
    object: null,
    path: () => "/api/review/handover/import",
    manual: true,
    json: () => "no file",
  },
  "GET app/api/review/materials/[id]/route": {
    capability: "document.view",
    object: "reviewedMaterial",
    path: ({ id }) => `/api/review/materials/${id}`,
  },
  "POST app/api/review/imports/route": {
    capability: "import.run",
    object: null,
    path: () => "/api/review/imports?kind=customers",
    json: () => "no table",
  },
  "GET app/api/review/imports/template/route": {
    capability: "import.run",
    object: null,
    path: () => "/api/review/imports/template?kind=servers",
  },
};
