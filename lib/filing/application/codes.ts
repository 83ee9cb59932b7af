/**
 * Code tables of the application document. Ids follow the authority's base codes (DF §6.6–§6.11, source [BC]);
 * labels live in the message catalogues (`codes.nature.4`, `codes.cert.1`, …).
 */

/** Organiser nature (主办单位性质), DF §6.6. */
export const NATURES = [1, 2, 3, 4, 5, 6, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20] as const;
export type Nature = (typeof NATURES)[number];
export const NATURE_PERSON = 5 satisfies Nature;
export const NATURE_ENTERPRISE = 4 satisfies Nature;

/** Certificate and ID document types, DF §6.7. */
export const CERT_TYPES = [
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 27, 28, 30, 34,
  35, 36, 37, 38, 39, 40, 41, 42, 43, 44,
] as const;
export type CertType = (typeof CERT_TYPES)[number];
export const CERT_RESIDENT_ID = 2 satisfies CertType;
/** Documents a natural person can hold: organiser of nature 5, and every lead. */
export const PERSON_ID_TYPES = [2, 7, 11, 14, 30, 41, 42, 8] as const satisfies readonly CertType[];

/** Which certificates each nature may present, first = usual one (DF §6.7, [T21 备案材料清单], [BC]). */
export const CERTS_BY_NATURE: Readonly<Record<Nature, readonly CertType[]>> = {
  1: [5, 23],
  2: [13, 9],
  3: [4, 15, 3],
  4: [1, 12, 34, 27],
  5: [2, 7, 11, 14, 30, 41, 42],
  6: [6, 10],
  9: [17, 16, 36, 37],
  10: [19, 18],
  11: [21, 20],
  12: [22],
  13: [24],
  14: [28],
  15: [25],
  16: [35],
  17: [38],
  18: [39],
  19: [43],
  20: [44],
};

/** Service content (网站服务内容), flat catalogue, DF §6.8 [BC]; replaceable data. */
export const SERVICE_CONTENTS = [
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24,
] as const;
export type ServiceContent = (typeof SERVICE_CONTENTS)[number];

/** Languages, DF §6.9 [BC]. */
export const LANGUAGES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17] as const;
export type Language = (typeof LANGUAGES)[number];

/** Pre-approval categories, DF §6.10 (ids of [WX]; 15 = religion, which only [BC] lists). */
export const PRE_APPROVALS = [1, 2, 3, 4, 5, 6, 9, 10, 11, 13, 14, 15] as const;
export type PreApprovalType = (typeof PRE_APPROVALS)[number];

/** Access method, DF §6.11 [BC]. */
export const ACCESS_METHODS = [1, 2, 4, 8, 16] as const;

/** APP platforms, DF §6.5 [S4]. */
export const PLATFORMS = ["ANDROID", "IOS", "HARMONY", "BLACKBERRY", "LINUX", "OTHER"] as const;

/** What an APP has to do with games, DF §6.10. */
export const GAME_KINDS = ["NONE", "INFORMATION", "PLAYABLE"] as const;

/** Order types, DF §1. */
export const ORDER_TYPES = [
  "FIRST_FILING",
  "NEW_SERVICE_LOCAL",
  "NEW_SERVICE_FOREIGN",
  "ACCESS_FILING",
  "ACCESS_SERVICE",
  "CHANGE_FILING",
  "CHANGE_ENTITY",
  "CHANGE_SERVICE",
  "CANCEL_ENTITY",
  "CANCEL_SERVICE",
  "CANCEL_ACCESS",
] as const;
export type OrderType = (typeof ORDER_TYPES)[number];
