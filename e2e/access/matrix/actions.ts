import { type ActionRow, type Asked, NOBODYS_SECRET as SECRET, UNKNOWN_ID } from "./row";

const PASSWORD = "a long and new sentence";
/** The password is asked before anything is said about the object. */
const WRONG_PASSWORD = { foreign: "invalid", unknown: "invalid" } as const;
const AGREED = { terms: "2026-11", privacy: "2026-11" };
const newcomer = { token: SECRET, password: PASSWORD, ...AGREED };

/** Rows of one file. */
function file(name: string, rows: Readonly<Record<string, ActionRow>>): Record<string, ActionRow> {
  return Object.fromEntries(Object.entries(rows).map(([action, row]) => [`${name}#${action}`, row]));
}
const row =
  (object: ActionRow["object"], more: Partial<ActionRow> = {}) =>
  (capability: ActionRow["capability"], input: ActionRow["input"]): ActionRow => ({
    capability,
    object,
    input,
    ...more,
  });
const plain = row(null);
const order = row("order");
const review = row("review");
const seen = ({ id, version }: Asked) => ({ orderId: id, version });

/** Every server action with input of the right form: what is refused, is refused for who asks and what for. */
export const ACTIONS: Readonly<Record<string, ActionRow>> = {
  ...file("app/(public)/account-actions.ts", {
    registerAction: plain("public", () => ({ email: "nobody@sandbox.invalid", locale: "zh-CN" })),
    confirmRegistrationAction: plain("public", () => newcomer),
    requestResetAction: plain("public", () => ({ email: "nobody@sandbox.invalid" })),
    resetPasswordAction: plain("public", () => ({ token: SECRET, password: PASSWORD })),
    confirmEmailAction: plain("public", () => ({ token: SECRET })),
    acceptAsNewcomerAction: plain("public", () => newcomer),
    acceptAsNewStaffAction: plain("public", () => ({ ...newcomer, name: "Nobody" })),
    acceptAsStaffAction: plain("self.edit", () => ({ token: SECRET, name: "Nobody" })),
  }),
  ...file("app/(public)/sign-in/code/actions.ts", {
    passSecondStepAction: plain("public", () => ({ code: "123456" })),
  }),
  ...file("app/(public)/sign-in/finish/actions.ts", {
    finishIdentityAction: plain("public", () => ({ proof: null, realName: false, locale: "en", ...AGREED })),
    joinIdentityAction: plain("public", () => ({ proof: null, password: PASSWORD })),
    proveAddressAction: plain("public", () => ({ email: "nobody@sandbox.invalid", locale: "zh-CN" })),
  }),
  ...file("app/(public)/callback/[token]/actions.ts", {
    requestCallbackByLinkAction: plain("public", () => ({ token: SECRET, digits: "1234", when: "any" })),
  }),
  ...file("app/session-actions.ts", { signOutAction: plain("public", () => undefined) }),
  ...file("app/query/actions.ts", { queryAction: plain("public", () => ({ by: "domain", text: "a.cn" })) }),
  ...file("app/verify/actions.ts", {
    verifyAction: plain("public", () => ({ phone: "13900000000", tail: "000000", code: "123456" })),
    resendAction: plain("public", () => ({ phone: "13900000000", tail: "000000" })),
  }),
  ...file("app/sandbox/actions.ts", {
    advanceClockAction: plain("public", () => ({ step: { to: "minutes", n: 1 } })),
    steerDeliveryAction: plain("public", () => ({ to: "now" })),
    setOutageAction: plain("public", () => ({ outage: "none" })),
  }),

  ...file("app/console/actions.ts", {
    previewOrderAction: plain("order.open.own", () => START),
    createOrderAction: plain("order.open.own", () => START),
    markReadAction: plain("notification.read.own", () => ({})),
    editServicesAction: order("order.edit.own", ({ id }) => ({
      orderId: id,
      operation: { op: "add", kind: "WEBSITE" },
    })),
    judgeSectionAction: order("order.read.own", ({ id }) => ({ orderId: id, section: "entity" })),
    answerCorrectionAction: order("order.edit.own", ({ id }) => ({
      orderId: id,
      correctionId: "cor_1",
      answer: { kind: "fixed", text: "" },
    })),
    takeKnownPartAction: order("order.edit.own", ({ id }) => ({
      orderId: id,
      source: { kind: "order", id: UNKNOWN_ID },
    })),
    sendLeadCodeAction: order("order.edit.own", ({ id }) => ({ orderId: id, personId: "ppl_nobody1" })),
    confirmLeadCodeAction: order("order.edit.own", ({ id }) => ({
      orderId: id,
      personId: "ppl_nobody1",
      code: "123456",
    })),
    acknowledgeFindingAction: order("order.edit.own", ({ id }) => ({
      orderId: id,
      rule: "service.remark-length",
      path: "services[svc_1].remark",
      note: "",
    })),
    giveConsentAction: order("material.upload.own", ({ id }) => ({
      orderId: id,
      kind: "ID_IMAGE",
      version: "2026-11",
    })),
    submitOrderAction: order("order.submit.own", ({ id, version }) => ({
      orderId: id,
      version,
      declarations: [],
    })),
    requestCallbackAction: order("order.edit.own", ({ id }) => ({
      orderId: id,
      personId: "ppl_lead01",
      when: "any",
    })),
    resubmitOrderAction: order("order.submit.own", ({ id }) => ({ orderId: id })),
    withdrawOrderAction: order("order.withdraw.own", ({ id }) => ({ orderId: id })),
    abandonOrderAction: order("order.abandon.own", ({ id }) => ({ orderId: id })),
  }),
  ...file("app/console/notifications/actions.ts", {
    readOneAction: row("notification")("notification.read.own", ({ id }) => ({ notificationId: id })),
    savePreferencesAction: plain("notification.read.own", () => ({ choices: [] })),
    renewFeedAction: plain("notification.read.own", () => ({})),
    endFeedAction: plain("notification.read.own", () => ({})),
  }),
  ...file("app/console/tokens/actions.ts", {
    createTokenAction: plain("token.manage.own", () => ({ name: "matrix", days: 30 })),
    revokeTokenAction: row("token")("token.manage.own", ({ id }) => ({ tokenId: id })),
  }),
  ...file("app/console/account/actions.ts", {
    verifyRealNameAction: plain("account.edit.own", () => ({
      kind: "unit",
      name: "样例公司",
      certType: null,
      idNo: "91330106MA0000A19Q",
    })),
    changePasswordAction: plain("self.edit", () => ({ current: "wrong", password: PASSWORD })),
    changeEmailAction: plain("account.edit.own", () => ({
      email: "other@sandbox.invalid",
      password: "wrong",
    })),
    changePhoneAction: plain("account.edit.own", () => ({ phone: "13900000001", password: "wrong" })),
    confirmPhoneAction: plain("account.edit.own", () => ({ end: "new", code: "123456" })),
    cancelChangeAction: plain("account.edit.own", () => ({ kind: "email" })),
    endSessionAction: row("session")("self.edit", ({ id }) => ({ sessionId: id })),
    endOtherSessionsAction: plain("self.edit", () => ({ confirm: true })),
    inviteMemberAction: plain("account.edit.own", () => ({ email: "friend@sandbox.invalid" })),
    withdrawInvitationAction: row("invitation")("account.edit.own", ({ id }) => ({ invitationId: id })),
    removeMemberAction: row("member")("account.edit.own", ({ id }) => ({ userId: id })),
    handOverAction: row("member", WRONG_PASSWORD)("account.edit.own", ({ id }) => ({
      userId: id,
      password: "wrong",
    })),
    acceptAsUserAction: plain("account.edit.own", () => ({ token: SECRET })),
    switchAccountAction: row("account")("account.edit.own", ({ id }) => ({ accountId: id })),
    closeAccountAction: plain("account.edit.own", () => ({ password: "wrong", understood: true })),
  }),

  ...file("app/console/account/identity-actions.ts", {
    linkIdentityAction: plain("self.edit", () => ({ password: "wrong", realName: false })),
    unlinkIdentityAction: plain("self.edit", () => ({ identityId: UNKNOWN_ID, password: "wrong" })),
  }),
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
      outcome: "NO_ANSWER",
      note: "",
    })),
    rejectAction: review("review.decide", (asked) => ({ ...seen(asked), items: [] })),
    approveAction: review("review.decide", (asked) => ({ ...seen(asked), overrideReason: "" })),
    interceptAction: review("review.intercept", (asked) => ({ ...seen(asked), reason: "mistake" })),
    releaseAction: review("review.claim", seen),
    reassignAction: review("review.reassign", (asked) => ({ ...seen(asked), userId: UNKNOWN_ID })),
    checkSiteAction: review("review.decide", (asked) => ({ ...seen(asked), partId: "fil_x", marks: {} })),
    previewDecisionAction: review("review.decide", ({ id }) => ({ orderId: id, items: null })),
    saveTemplateAction: plain("review.decide", () => ({
      ...{ known: null, code: "DOC_UNCLEAR", text: "x", shared: false },
    })),
    removeTemplateAction: plain("review.decide", () => ({ id: UNKNOWN_ID, version: 1 })),
  }),
  ...file("app/review/view-actions.ts", {
    saveViewAction: plain("review.queue", () => ({ name: "x", view: "all", query: "" })),
    renameViewAction: plain("review.queue", () => ({ id: UNKNOWN_ID, name: "x" })),
    removeViewAction: plain("review.queue", () => ({ id: UNKNOWN_ID })),
    nextOrderAction: plain("review.claim", () => ({ view: "all", query: "", after: null })),
  }),
  ...file("app/review/deliveries/actions.ts", {
    retryDeliveryAction: row("delivery")("delivery.manage", ({ id }) => ({ deliveryId: id })),
  }),
  ...file("app/review/account/factor-actions.ts", {
    beginFactorAction: plain("factor.manage.own", () => ({ confirm: true })),
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
    revokeStaffInvitationAction: row("staffInvitation")("staff.manage", ({ id }) => ({ invitationId: id })),
    changePostAction: row("staff")("staff.manage", (asked) => ({ ...staffSeen(asked), post: "supervisor" })),
    blockStaffAction: row("staff")("staff.manage", (asked) => ({ ...staffSeen(asked), reason: "left" })),
    unblockStaffAction: row("staff")("staff.manage", staffSeen),
    resetFactorAction: row("staff")("staff.manage", staffSeen),
    endStaffSessionsAction: row("staff")("staff.manage", staffSeen),
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
    rotateSecretAction: plain("settings.manage", () => ({ endpointId: UNKNOWN_ID })),
    pauseEndpointAction: plain("settings.manage", () => ({ endpointId: UNKNOWN_ID })),
    resumeEndpointAction: plain("settings.manage", () => ({ endpointId: UNKNOWN_ID })),
    removeEndpointAction: plain("settings.manage", () => ({ endpointId: UNKNOWN_ID })),
    sendTestAction: plain("settings.manage", () => ({ endpointId: UNKNOWN_ID })),
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
    })),
    saveTrafficAction: plain("desk.work", () => ({
      ...{ down: 0, slowSeconds: 0, lostAnswers: 0, duplicates: 0, outOfOrder: 0, seed: 1 },
    })),
    addBlacklistAction: plain("desk.work", () => ({ kind: "name", value: "matrix", reason: "matrix" })),
    removeBlacklistAction: plain("desk.work", () => ({ kind: "name", key: "matrix" })),
    sendUnaskedAction: plain("desk.work", () => ({ number: "matrix", what: "cancelled" })),
  }),
};

const START = {
  nature: 4,
  province: "330000",
  certType: 1,
  certNo: "91330106MA0000A19Q",
  domain: "matrix-sample.cn",
};
function staffSeen({ id, version }: Asked) {
  return { userId: id, version };
}
const proposal = (id: string) => ({ setting: id, value: 11, from: null });
function seenAtDesk({ id, version }: Asked) {
  return { sequence: Number(id), version };
}
