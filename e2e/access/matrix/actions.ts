import { file, plain, row } from "./action-rows";
import { CHANGE_ACTIONS } from "./actions-change";
import { STAFF_ACTIONS } from "./actions-staff";
import { type ActionRow, type Asked, UNKNOWN_ID } from "./row";

const PASSWORD = "a long and new sentence";
/** The password is asked before anything is said about the object. */
const WRONG_PASSWORD = { foreign: "invalid", unknown: "invalid" } as const;
const AGREED = { terms: "2026-11", privacy: "2026-11" };
/** A member's link that went to somebody else opens the account to whoever holds it, if the address is nobody's yet. */
const HOLDERS = { foreign: null } as const;
const newcomer = ({ id }: Asked) => ({ token: id, password: PASSWORD, ...AGREED });
const token = ({ id }: Asked) => ({ token: id });

const order = row("order");
const migration = (more: object = {}) =>
  row("migration")("filing.migrate.own", ({ id, version }) => ({ migrationId: id, version, ...more }));

/** Every server action with input of the right form: what is refused, is refused for who asks and what for. */
export const ACTIONS: Readonly<Record<string, ActionRow>> = {
  ...file("app/(public)/account-actions.ts", {
    registerAction: plain("public", () => ({ email: "nobody@sandbox.invalid", locale: "zh-CN" })),
    confirmRegistrationAction: row("registerLink")("public", newcomer),
    requestResetAction: plain("public", () => ({ email: "nobody@sandbox.invalid" })),
    resetPasswordAction: row("resetLink")("public", ({ id }) => ({ token: id, password: PASSWORD })),
    confirmEmailAction: row("emailLink")("public", token),
    acceptAsNewcomerAction: row("memberLink", HOLDERS)("public", newcomer),
    acceptAsNewStaffAction: row("staffLink", HOLDERS)("public", (asked) => ({
      ...newcomer(asked),
      name: "Nobody",
    })),
    acceptAsStaffAction: row("staffLink", { foreign: "forbidden" })("self.edit", (asked) => ({
      ...token(asked),
      name: "Nobody",
    })),
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
    requestCallbackByLinkAction: row("callbackLink", { unknown: "closed", ended: "closed" })(
      "public",
      ({ id, beside }) => ({ token: id, digits: beside, when: "any" }),
    ),
  }),
  ...file("app/session-actions.ts", { signOutAction: plain("public", () => undefined) }),
  ...file("app/query/actions.ts", { queryAction: plain("public", () => ({ by: "domain", text: "a.cn" })) }),
  ...file("app/verify/actions.ts", {
    verifyAction: plain("public", () => ({ phone: "13900000000", tail: "000000", code: "123456" })),
    resendAction: plain("public", () => ({ phone: "13900000000", tail: "000000" })),
  }),
  ...file("app/verify/password/actions.ts", {
    recoverAction: plain("public", () => ({ province: "110000", number: "京ICP备1号", certNo: "x" })),
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
    // Of an access filing; the applicant's own order is none.
    takeFiledServiceAction: row("order", { partGone: true })("order.edit.own", ({ id }) => ({
      orderId: id,
      number: "湘ICP备2021000317号-1",
    })),
    judgeSectionAction: order("order.read.own", ({ id }) => ({ orderId: id, section: "entity" })),
    answerCorrectionAction: order("order.edit.own", ({ id, parts }) => ({
      orderId: id,
      correctionId: parts?.correction ?? "cor_1",
      answer: { kind: "fixed", text: "" },
    })),
    takeKnownPartAction: row("knownPart")("order.edit.own", ({ id, order: into }) => ({
      orderId: into,
      source: { kind: "order", id },
    })),
    sendLeadCodeAction: order("order.edit.own", ({ id, parts }) => ({
      orderId: id,
      personId: parts?.person ?? "ppl_nobody1",
    })),
    confirmLeadCodeAction: order("order.edit.own", ({ id, parts }) => ({
      orderId: id,
      personId: parts?.person ?? "ppl_nobody1",
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
  ...file("app/console/filings/[id]/cancel/actions.ts", {
    sendCancelCodeAction: row("filing")("filing.cancel.own", ({ id }) => ({
      ...{ type: "CANCEL_ENTITY", entityId: id, services: [] },
      ...{ personId: "ppl_lead01", channel: "PHONE" },
    })),
    startCancellationAction: row("filing")("filing.cancel.own", ({ id }) => ({
      ...{ type: "CANCEL_ENTITY", entityId: id, services: [] },
      ...{ typed: [], understood: true, lastService: false, codes: [] },
    })),
  }),
  ...file("app/console/filings/actions.ts", {
    startMigrationAction: row("filing")("filing.migrate.own", ({ id }) => ({
      entityId: id,
      accountId: UNKNOWN_ID,
    })),
    resendMigrationCodeAction: migration(),
    confirmMigrationCodeAction: migration({ code: "123456" }),
    takeBackMigrationAction: migration(),
    // Nobody is offered anything before the lead's code was entered, and who gives does not take.
    acceptMigrationAction: { ...migration(), partGone: true },
    declineMigrationAction: { ...migration(), partGone: true },
  }),
  ...CHANGE_ACTIONS,
  ...file("app/console/filings/after/[serviceId]/actions.ts", {
    tickTaskAction: row("filedService")("filing.edit.own", ({ id }) => ({
      ...{ serviceId: id, task: "public-security", done: true },
    })),
  }),
  ...file("app/console/filings/[id]/manual/actions.ts", {
    openManualAction: row("filing")("filing.edit.own", ({ id }) => ({
      ...{ entityId: id, kind: "CANCEL_ENTITY", serviceIds: [], applicant: "x", applicantId: "RESIDENT" },
      ...{ phone: "13800000000", why: "x", consent: true },
    })),
    submitManualAction: row("manualRequest")("filing.edit.own", ({ id, version }) => ({
      ...{ requestId: id, version },
    })),
    // A version that never was: let through, it finds the request moved on, and the rows after it still find it open.
    withdrawManualAction: row("manualRequest")("filing.edit.own", ({ id }) => ({
      ...{ requestId: id, version: 999 },
    })),
  }),
  ...file("app/console/filings/[id]/inspections/[inspectionId]/actions.ts", {
    answerInspectionAction: row("inspection")("filing.edit.own", ({ id, version }) => ({
      ...{ inspectionId: id, version, answer: "x" },
    })),
  }),
  ...file("app/console/offline/actions.ts", {
    addOfflineNoteAction: plain("filing.edit.own", () => ({
      ...{ about: "shell", province: "110000", subject: "x", sent: "x", sentOn: "2026-01-01" },
    })),
    closeOfflineNoteAction: row("offlineNote")("filing.edit.own", ({ id, version }) => ({
      ...{ noteId: id, version, outcome: "cancelled" },
    })),
  }),
  ...file("app/console/resources/actions.ts", {
    createCodeAction: row("server")("code.manage.own", ({ id }) => ({
      resourceId: id,
      accountId: UNKNOWN_ID,
      remark: "",
    })),
    editCodeAction: row("authCode")("code.manage.own", ({ id, version }) => ({
      codeId: id,
      version,
      accountId: UNKNOWN_ID,
      remark: "",
    })),
    moveCodeAction: row("authCode")("code.manage.own", ({ id, version, beside }) => ({
      codeId: id,
      version,
      resourceId: beside,
    })),
    deleteCodeAction: row("authCode")("code.manage.own", ({ id, version }) => ({ codeId: id, version })),
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
    acceptAsUserAction: row("memberLink", { foreign: "forbidden" })("account.edit.own", token),
    switchAccountAction: row("account")("account.edit.own", ({ id }) => ({ accountId: id })),
    closeAccountAction: plain("account.edit.own", () => ({ password: "wrong", understood: true })),
  }),

  ...file("app/console/account/identity-actions.ts", {
    linkIdentityAction: plain("self.edit", () => ({ password: "wrong", realName: false })),
    unlinkIdentityAction: row("identity")("self.edit", ({ id }) => ({ identityId: id, password: "wrong" })),
  }),
  ...STAFF_ACTIONS,
};

const START = {
  nature: 4,
  province: "330000",
  certType: 1,
  certNo: "91330106MA0000A19Q",
  domain: "matrix-sample.cn",
};
