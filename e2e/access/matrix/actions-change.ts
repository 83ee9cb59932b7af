import { file, row } from "./action-rows";

/** What begins at something filed and changes it, and what is asked before. */
export const CHANGE_ACTIONS = file("app/console/change-actions.ts", {
  startChangeAction: row("filing")("order.open.own", ({ id }) => ({
    ...{ entityId: id, entity: true, services: [] },
  })),
  askQuestionAction: row("filing")("order.open.own", ({ id }) => ({
    ...{ entityId: id, about: "name", text: "matrix" },
  })),
  // Both of a change; the applicant's own order is none.
  dropDomainAction: row("order", { partGone: true })("order.edit.own", ({ id }) => ({
    ...{ orderId: id, service: "svc_none0001", domain: "dom_none0001", drop: true },
  })),
  takeFiledAction: row("order", { partGone: true })("order.edit.own", ({ id }) => ({ orderId: id })),
});
