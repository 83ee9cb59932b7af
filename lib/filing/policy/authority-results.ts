import { dated } from "./editions";

const ROWS: readonly (readonly [code: number, meaning: string])[] = [
  [1003, "organiser conflict"],
  [1004, "invalid domain"],
  [1005, "domain conflict"],
  [1007, "invalid contact"],
  [1008, "invalid contact"],
  [1009, "invalid contact"],
  [1010, "invalid contact"],
  [1011, "invalid contact"],
  [1012, "invalid contact"],
  [1014, "nature"],
  [1015, "ID number"],
  [1016, "not in database"],
  [1017, "change in progress"],
  [1020, "service name conflict"],
  [1022, "home URL format"],
  [1024, "IP conflict"],
  [1025, "only one access"],
  [1027, "duplicate cancel"],
  [1030, "duplicate cancel"],
  [1031, "service-lead landline required"],
  [1033, "pre-approval type"],
  [1034, "service content"],
  [1035, "access method"],
  [1037, "already filed"],
  [1038, "already filed"],
  [1039, "already filed"],
  [1042, "entity being cancelled"],
  [1043, "service being cancelled"],
  [1046, "province cannot change"],
  [1049, "already cancelled"],
  [1050, "already cancelled"],
  [1051, "too many change requests"],
  [1052, "request in progress"],
  [1064, "domain blacklist"],
  [1065, "entity blacklist"],
  [1066, "language"],
];

/** Result codes of the authority's old interface (DF §9, [V30]). */
export const AUTHORITY_RESULTS = ROWS.map(([code, meaning]) => ({ code, meaning, ...dated("V30: 返回码") }));

/** What an inspection of approved filings may find (DF §9, [T21 备案信息专项核查]). */
export const INSPECTION_FAILURES = [
  "ORGANISER_DATA",
  "LEAD_NOT_LEGAL_REP",
  "LEAD_ID_EXPIRED",
  "CONTACT_INVALID",
  "MATERIAL_WRONG",
  "CONTENT_MISMATCH",
  "COMMERCIAL_CONTENT",
  "DOMAIN_EXPIRED",
  "DOMAIN_OWNER_MISMATCH",
  "DNS_NOT_HERE",
].map((code) => ({ code, ...dated("T21: 备案信息专项核查; H: 错误提示FAQ") }));
