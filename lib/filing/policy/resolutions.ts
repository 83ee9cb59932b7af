/** What settles a contradiction between sources (DF §12). */
export interface Resolution {
  readonly row: number;
  readonly topic: string;
  /** `setting:<key>`, `data:<where>`, `rule:<id>`, `lifecycle` or `text`. */
  readonly decidedBy: readonly string[];
  readonly note: string;
}

const row = (
  number: number,
  topic: string,
  decidedBy: readonly string[],
  note = "The newest source wins; the value is kept there.",
): Resolution => ({ row: number, topic, decidedBy, note });

export const RESOLUTIONS: readonly Resolution[] = [
  row(1, "account real-name wait", ["setting:accountRealNameWaitHours.person"]),
  row(2, "withdraw during the review", [
    "setting:withdraw.unclaimedReview",
    "setting:withdraw.claimedReview",
  ]),
  row(3, "abandon after the review", ["setting:abandon.readyForAuthority"]),
  row(4, "validity of a step", [
    "setting:stepValidityDays",
    "setting:rejectedHandlingDays",
    "setting:draftValidityDays",
  ]),
  row(5, "time of a cancellation", ["setting:cancel.workingDays"]),
  row(6, "taking a cancellation back", ["setting:cancel.revocableUntil"]),
  row(7, "confirming a cancellation", [
    "setting:cancel.confirmBy.entity",
    "setting:cancel.confirmBy.service",
    "setting:cancel.filingPassword.entity",
    "setting:cancel.filingPassword.service",
  ]),
  row(8, "cancelling an entity by e-mail", ["setting:cancel.confirmBy.entity"]),
  row(9, "channel of manual cancellations", ["text"], "A ticket in the console."),
  row(10, "company in the footer", ["setting:requireCompanyPrefix", "data:provinces.advice.footerCopyright"]),
  row(11, "person to unit and back", ["data:provinces.advice.personToUnit"]),
  row(12, "account from enterprise to person", ["text"], "Not supported: another account and a migration."),
  row(13, "account name and entity name", ["setting:accountNameMustMatch"]),
  row(14, "second call and call-back", [
    "setting:callback.requestWithinHours",
    "setting:callback.providerCallsWithinHours",
    "setting:callback.secondCallAfterMinutes",
  ]),
  row(15, "numbers of the provider", ["setting:callingNumbers", "setting:hotline"]),
  row(16, "reachable during an access filing", ["setting:accessReachable"]),
  row(17, "codes of light servers", ["setting:resourceQuota.LIGHTHOUSE.codes"]),
  row(18, "codes of sub-accounts", ["setting:codesForSubAccounts"]),
  row(19, "places after a cancellation", ["setting:returnQuotaOnCancel"]),
  row(
    20,
    "letters of service leads",
    ["data:provinces.serviceLeadLetter"],
    "The newest list; older pages stand as versions. Shaanxi and Ningxia stood on their own pages in 2021.",
  ),
  row(21, "entity lead in Shanxi", ["data:provinces.entityLead"]),
  row(22, "entity lead in Jiangsu, Beijing, Hainan", ["data:provinces.entityLead"]),
  row(23, "services an order", ["setting:websitesPerOrder.unit", "setting:appsPerOrder.unit"]),
  row(24, "shell entities that add", ["setting:shellDirectAddProvinces", "data:provinces.shellDirectAdd"]),
  row(25, "access with a change", ["setting:accessMayChange"]),
  row(26, "access with a new service", ["lifecycle"], "Order types never combine."),
  row(27, "sync of results", ["setting:syncHours", "setting:accessLagMinutes"]),
  row(28, "password of access filings", ["text"], "Not asked."),
  row(
    29,
    "domain certificates",
    ["data:provinces.advice.domainCertificate"],
    "The newer list replaces the older one; Shaanxi's rule from five domains stands on its own page and stays.",
  ),
  row(30, "endings that can be filed", [
    "setting:suffixesAdded",
    "setting:suffixesRemoved",
    "data:provinces.advice.suffixesRefused",
  ]),
  row(31, "cancelling the only access", ["setting:cancel.onlyAccess"]),
  row(32, "blogs of persons", ["data:provinces.advice.noPersonalBlog"]),
  row(
    33,
    "footer of several domains",
    ["text"],
    "Entity number when several domains point directly at a site, always in Guangdong.",
  ),
  row(34, "phone segments", ["data:phoneSegments"], "A segment that is not listed warns."),
  row(35, "change across provinces", ["setting:crossProvinceChange"]),
  row(36, "rejection after a missed call", ["setting:callback.requestWithinHours"]),
  row(37, "failed SMS, nothing to correct", ["setting:smsFailedAutoResubmitHours"]),
  row(
    38,
    "closing the site during a change",
    ["text"],
    "Only first filings and new services close the site.",
  ),
  row(
    39,
    "games on websites and APPs",
    ["data:materials"],
    "The number goes into the remark of websites, into the permit of APPs.",
  ),
  row(40, "reuse of phones", ["data:provinces.advice.leadPhoneUnique"]),
  row(41, "domain of the other side", ["rule:domain.owner"]),
  row(42, "data of access filings", ["data:provinces.accessInfoMayDiffer"]),
  row(43, "abandon during the review", ["setting:abandon.providerReview"]),
  row(44, "education, medicine, boards", ["data:preApprovals"], "Units are warned, persons refused."),
  row(
    45,
    "change of organiser",
    ["data:provinces.advice.organizerChange"],
    "Denied, with the province's class as advice.",
  ),
  row(46, "the lead's own number", ["setting:personalContactMustEqualAccountPhone"]),
  row(47, "when staff phone", ["setting:phoneCheck"]),
  row(48, "change of address", ["setting:ipChangeNeedsOrder"]),
  row(
    49,
    "image of the service lead's ID",
    ["data:materials"],
    "Photo for the service lead, scan or photo for others.",
  ),
  row(50, "wait of units", [
    "setting:accountRealNameWaitHours.person",
    "setting:accountRealNameWaitHours.unit",
  ]),
];
