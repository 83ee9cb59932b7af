import type { OrderType } from "../../application/codes";

/** Kinds of orders a sentence of a province may be about. */
const FAMILIES = {
  ADDING: ["NEW_SERVICE_LOCAL", "NEW_SERVICE_FOREIGN"],
  ACCESS: ["ACCESS_FILING", "ACCESS_SERVICE"],
  CHANGE: ["CHANGE_FILING", "CHANGE_ENTITY", "CHANGE_SERVICE"],
  CANCEL: ["CANCEL_ENTITY", "CANCEL_SERVICE", "CANCEL_ACCESS"],
} as const satisfies Readonly<Record<string, readonly OrderType[]>>;
type Family = keyof typeof FAMILIES;

const only = (...families: Family[]): readonly OrderType[] => families.flatMap((family) => FAMILIES[family]);

const ACCESS = only("ACCESS");
const CHANGE = only("CHANGE");
/** Whatever begins with a filing that exists already. */
const FILED = only("ADDING", "ACCESS", "CHANGE");

/**
 * Notes that speak of some kinds of orders only, as their sentences say; a note that is not listed concerns all.
 * Telling a first filing what to do about filed sites helps nobody.
 */
export const NOTE_ORDERS: Readonly<Record<string, readonly OrderType[]>> = {
  "fujian-old-certificate": ACCESS,
  "guangxi-filed-open": FILED,
  "guizhou-filed-open": FILED,
  "guizhou-lead-change": CHANGE,
  "hebei-access-paper": ACCESS,
  "hebei-no-change-with-others": FILED,
  "hebei-old-certificate": ACCESS,
  "heilongjiang-unit-to-person": CHANGE,
  "hunan-data-as-filed": only("ADDING", "ACCESS"),
  "hunan-lead-change": CHANGE,
  "jiangsu-access-change-soon": ACCESS,
  "jiangsu-new-service-lead": only("ADDING"),
  "jiangxi-filed-open": FILED,
  "jiangxi-many-filed": FILED,
  "liaoning-change-first": only("ADDING", "ACCESS"),
  "ningxia-filed-open": FILED,
  "ningxia-old-certificate": ACCESS,
  "qinghai-change-images": CHANGE,
  "shaanxi-name-change-print": only("ACCESS", "CHANGE"),
  "shandong-name-change-print": only("ACCESS", "CHANGE"),
  "shandong-same-legal-rep": CHANGE,
  "shandong-shell-by-mail": only("CANCEL"),
  "shanghai-access-legal-rep": ACCESS,
  "shanghai-name-change-print": only("ACCESS", "CHANGE"),
  "shanghai-old-certificate": ACCESS,
  "shanxi-old-certificate": ACCESS,
  "sichuan-filed-open": FILED,
  "sichuan-old-certificate": ACCESS,
  "tianjin-name-change-print": only("ACCESS", "CHANGE"),
  "tianjin-person-to-unit": CHANGE,
  "tibet-name-as-filed": FILED,
  "tibet-old-certificate": ACCESS,
  "xinjiang-party-letter-access": ACCESS,
  "zhejiang-old-certificate": ACCESS,
};

/** Whether a note of a province has anything to say to an order of this type. */
export const noteConcerns = (note: string, type: OrderType): boolean =>
  NOTE_ORDERS[note]?.includes(type) ?? true;
