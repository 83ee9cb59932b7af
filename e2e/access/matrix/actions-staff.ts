import { file, plain, row } from "./action-rows";
import { type ActionRow, type Asked, UNKNOWN_ID } from "./row";

const review = row("review");
const endpoint = row("endpoint");
const inspection = row("inspectionDesk");
const OF_COLLEAGUE = { foreign: "forbidden", manual: true } as const;
const seen = ({ id, version }: Asked) => ({ orderId: id, version });

/** The actions of the provider's staff and of the officer. */
export const STAFF_ACTIONS: Readonly<Record<string, ActionRow>> = {
  ...file("app/review/actions.ts", {
    claimAction: review("review.claim", seen),
    dismissFindingAction: review("review.decide", (asked) => ({
      ...seen(asked),
      rule: "service.remark-length",
      path: "services[svc_1].remark",
      reason: "seen",
    })),
    recordCallAction: review("review.decide", (asked) => ({
      ...seen(asked),
      personId: "ppl_lead01",
      number: "phone1",
      outcome: "NO_ANSWER",
      note: "",
    })),
    rejectAction: review("review.decide", (asked) => ({ ...seen(asked), items: [] })),
    approveAction: review("review.decide", (asked) => ({ ...seen(asked), overrideReason: "" })),
    interceptAction: review("review.intercept", (asked) => ({ ...seen(asked), reason: "mistake" })),
    releaseAction: review("review.claim", seen),
    reassignAction: review("review.reassign", (asked) => ({ ...seen(asked), userId: UNKNOWN_ID })),
    checkSiteAction: review("review.decide", (asked) => ({ ...seen(asked), partId: "fil_x", marks: {} })),
    verifyQualificationAction: review("review.decide", (asked) => ({
      ...seen(asked),
      ...{ partId: "svc_x", kinds: ["NONE"], seen: "x" },
    })),
    previewDecisionAction: review("review.decide", ({ id }) => ({ orderId: id, items: null })),
    saveTemplateAction: row("template")("review.decide", (known) => ({
      ...{ known: seenTemplate(known), code: "DOC_UNCLEAR", text: "x", shared: false },
    })),
    removeTemplateAction: row("template")("review.decide", seenTemplate),
  }),
  ...file("app/review/accounts/actions.ts", {
    flagAccountAction: row("holder")("account.flag", ({ id }) => ({
      ...{ accountId: id, flagged: false, reason: "x" },
    })),
  }),
  ...file("app/review/view-actions.ts", {
    saveViewAction: plain("review.queue", () => ({ name: "x", view: "all", query: "" })),
    renameViewAction: row("savedView")("review.queue", ({ id }) => ({ id, name: "y" })),
    // Gone already is as good: nothing is said of a colleague's, and it stays.
    removeViewAction: row("savedView", { foreign: "ok", unknown: "ok" })("review.queue", ({ id }) => ({
      id,
    })),
    nextOrderAction: plain("review.claim", () => ({ view: "all", query: "", after: null })),
  }),
  ...file("app/review/deliveries/actions.ts", {
    retryDeliveryAction: row("delivery")("delivery.manage", ({ id }) => ({ deliveryId: id })),
  }),
  ...file("app/review/account/factor-actions.ts", {
    beginFactorAction: plain("factor.manage.own", () => ({ password: "wrong" })),
    confirmFactorAction: plain("factor.manage.own", () => ({ code: "123456" })),
    renewRecoveryCodesAction: plain("factor.manage.own", () => ({ password: "wrong", code: "123456" })),
    removeFactorAction: plain("factor.manage.own", () => ({ password: "wrong", code: "123456" })),
  }),
  ...file("app/review/staff/actions.ts", {
    inviteStaffAction: plain("staff.manage", () => ({
      email: "friend@sandbox.invalid",
      name: "Friend",
      post: "reviewer",
      way: "mail",
    })),
    renewStaffInvitationAction: row("staffInvitation")("staff.manage", ({ id }) => ({
      invitationId: id,
      way: "mail",
    })),
    // Renewed, an invitation is another one.
    revokeStaffInvitationAction: row("staffInvitation")("staff.manage", ({ id, again = id }) => ({
      invitationId: again,
    })),
    changePostAction: row("staff")("staff.manage", (asked) => ({ ...staffSeen(asked), post: "supervisor" })),
    blockStaffAction: row("staff")("staff.manage", (asked) => ({ ...staffSeen(asked), reason: "left" })),
    unblockStaffAction: row("staff")("staff.manage", staffSeen),
    resetFactorAction: row("staff")("staff.manage", staffSeen),
    endStaffSessionsAction: row("staff")("staff.manage", staffSeen),
  }),
  ...file("app/review/handover/actions.ts", {
    takeHandoverAction: row("handover", OF_COLLEAGUE)("handover.work", ({ id }) => ({
      sequence: Number(id),
    })),
    revealPasswordAction: row("handover", OF_COLLEAGUE)("handover.work", ({ id }) => ({
      sequence: Number(id),
    })),
    // Whoever reads the authority's answer writes it down, whoever keyed the submission in.
    recordHandoverAction: row("handover", { foreign: null, manual: true })("handover.work", sent),
    recordCancellationAction: row(null, { manual: true })("handover.work", () => ({
      numbers: ["京ICP备2026000001号"],
    })),
    recordLookUpAction: row("review", { manual: true })("handover.work", ({ id }) => ({
      orderId: id,
      ...FREE,
    })),
  }),
  ...file("app/review/policy/actions.ts", {
    changePolicyAction: row("setting")("policy.edit", ({ id }) => ({
      ...proposal(id),
      reason: "matrix",
      revision: 0,
    })),
    previewPolicyAction: row("setting")("policy.edit", ({ id }) => proposal(id)),
    revertPolicyAction: row("policyChange")("policy.edit", ({ id }) => ({
      changeId: id,
      reason: "matrix",
      revision: 0,
    })),
  }),
  ...file("app/review/webhooks/actions.ts", {
    createEndpointAction: plain("settings.manage", () => ({ url: "nowhere", description: "", events: [] })),
    changeEndpointAction: endpoint("settings.manage", ({ id }) => ({
      endpointId: id,
      url: "https://receiver.example/",
      description: "",
      events: ["created"],
    })),
    rotateSecretAction: endpoint("settings.manage", ({ id }) => ({ endpointId: id })),
    pauseEndpointAction: endpoint("settings.manage", ({ id }) => ({ endpointId: id })),
    resumeEndpointAction: endpoint("settings.manage", ({ id }) => ({ endpointId: id })),
    sendTestAction: endpoint("settings.manage", ({ id }) => ({ endpointId: id })),
    removeEndpointAction: endpoint("settings.manage", ({ id }) => ({ endpointId: id })),
  }),
  ...file("app/review/tickets/actions.ts", {
    callTicketAction: row("ticket")("review.decide", ({ id, version }) => ({
      ...{ requestId: id, version, outcome: "NO_ANSWER", note: "x" },
    })),
    executeTicketAction: row("ticket")("review.decide", ({ id, version }) => ({
      ...{ requestId: id, version, lastService: false },
    })),
    refuseTicketAction: row("ticket")("review.decide", ({ id, version }) => ({
      ...{ requestId: id, version, reason: "x" },
    })),
  }),
  ...file("app/review/questions/actions.ts", {
    // What is no question is nobody's to answer; questions themselves: lib/usecases/changes/questions.test.ts.
    answerQuestionAction: row("ticket")("review.decide", ({ id }) => ({ questionId: id, text: "x" })),
  }),
  ...file("app/review/inspections/actions.ts", {
    // Whose it is makes no difference to staff, as long as it is not their own.
    openInspectionAction: row("inspectable")("inspection.work", ({ id }) => ({
      ...{ entityId: id, failure: "ORGANIZER_NAME", serviceId: null, domain: null },
      ...{ letterUntil: null, letterNumber: null, found: "x" },
    })),
    remindInspectionAction: inspection("inspection.work", seenInspection),
    extendInspectionAction: inspection("inspection.work", (asked) => ({
      ...seenInspection(asked),
      ...{ until: "2030-01-01", reason: "x" },
    })),
    sendBackInspectionAction: inspection("inspection.work", (asked) => ({
      ...seenInspection(asked),
      reason: "x",
    })),
    orderCancellationAction: inspection("inspection.work", (asked) => ({
      ...seenInspection(asked),
      ...{ type: "CANCEL_ENTITY", serviceId: null, lastService: false },
    })),
    closeInspectionAction: inspection("inspection.work", (asked) => ({
      ...seenInspection(asked),
      reason: "x",
    })),
  }),
  ...file("app/review/cancellations/actions.ts", {
    passCancellationAction: row("cancellation")("review.decide", (asked) => ({
      ...seen(asked),
      overrideReason: "",
    })),
    returnCancellationAction: row("cancellation")("review.decide", (asked) => ({
      ...seen(asked),
      ...{ code: "CANCEL_NOT_WANTED", words: "" },
    })),
  }),
  ...file("app/review/serving/actions.ts", {
    createConsumerAction: plain("settings.manage", () => ({ name: "matrix" })),
    revokeConsumerAction: row("consumer")("settings.manage", ({ id }) => ({ consumerId: id })),
  }),
  ...file("app/review/settings/actions.ts", {
    changeProfileAction: plain("settings.manage", () => ({
      nameZh: "样例云",
      nameEn: "",
      phone: "",
      hours: "",
      replyTo: "",
      dataCentres: [],
      revision: 0,
    })),
  }),
  ...file("app/authority/actions.ts", {
    approveAction: row("submission")("desk.work", seenAtDesk),
    rejectAction: row("submission")("desk.work", (asked) => ({
      ...seenAtDesk(asked),
      items: [{ code: "OTHER", target: "entity", text: "matrix" }],
    })),
    saveSettingsAction: plain("desk.work", () => ({
      automatic: "off",
      automaticDays: null,
      automaticReason: "DOC_UNCLEAR",
      smsDelayMinutes: 0,
      noticeDelayMinutes: 0,
      numbering: "separate",
      onlyAccess: "allow",
      filingPassword: "off",
    })),
    saveTrafficAction: plain("desk.work", () => ({
      ...{ down: 0, slowSeconds: 0, lostAnswers: 0, duplicates: 0, outOfOrder: 0, seed: 1 },
    })),
    addBlacklistAction: plain("desk.work", () => ({ kind: "name", value: "matrix", reason: "matrix" })),
    removeBlacklistAction: plain("desk.work", () => ({ kind: "name", key: "matrix" })),
    sendUnaskedAction: plain("desk.work", () => ({ number: "matrix", what: "cancelled" })),
    sendInspectionAction: plain("desk.work", () => ({
      ...{ number: "matrix", failure: "ORGANIZER_NAME", domain: null, days: 1 },
    })),
  }),
};

function sent({ id, version }: Asked) {
  return { sequence: Number(id), version, record: { type: "sent" } };
}
function seenInspection({ id, version }: Asked) {
  return { inspectionId: id, version };
}
function seenTemplate({ id, version }: Asked) {
  return { id, version };
}
const FREE = { domain: null, result: "free", number: "" };
function staffSeen({ id, version }: Asked) {
  return { userId: id, version };
}
const proposal = (id: string) => ({ setting: id, value: 11, from: null });
function seenAtDesk({ id, version }: Asked) {
  return { sequence: Number(id), version };
}
