import type { OrderType } from "../application/codes";
import type { PersonToUnit } from "../policy/province-advice";
import type { Source } from "../policy/source";

/** First question: what do you want gone? */
export const GONE = ["domain", "service", "everything", "order"] as const;
/** Second: is the site still used, at another provider, or by a company of the same person? */
export const USED = ["no", "elsewhere", "as-unit"] as const;
/** Whose filing it is, as far as this provider is concerned. */
export const WHERE = ["here", "elsewhere", "other-account", "someone-else"] as const;
type Where = (typeof WHERE)[number];

/** A service that is filed now. */
export interface LeaveService {
  readonly number: string;
  readonly domains: readonly string[];
  readonly accessHere: boolean;
}

/** What is there to leave. */
export interface LeaveShape {
  readonly where: Where;
  readonly services: readonly LeaveService[];
  /** The account's order under way, and whether its applicant may still give it up. */
  readonly openOrder: "none" | "abandonable" | "locked";
  readonly person: boolean;
  readonly personToUnit: PersonToUnit;
}

export interface Wish {
  readonly gone: (typeof GONE)[number];
  readonly used: (typeof USED)[number];
  /** Numbers; of a domain: the service it belongs to. With one service there is nothing to choose. */
  readonly services: readonly string[];
}

export const ANSWERS = [
  ...(["abandon", "wait"] as const),
  ...(["change-service", "change-filing", "cancel-service", "cancel-entity"] as const),
  ...(["access-then-cancel-access", "cancel-then-file"] as const),
  ...(["offline-shell", "authority-form", "old-provider", "other-account"] as const),
] as const;
export type LeaveAnswer = (typeof ANSWERS)[number];

/** Why this answer; each has its sentence. */
export const REASONS = [
  ...(["order-not-approved", "order-at-authority", "open-order-first", "open-order-locked"] as const),
  ...(["bought-domain", "other-account", "filed-elsewhere", "not-served-here", "shell"] as const),
  ...(["person-to-unit", "person-not-to-unit", "moved"] as const),
  ...(["one-of-several-domains", "one-of-several-services", "only-service", "all-services"] as const),
  "everything",
] as const;
export type LeaveReason = (typeof REASONS)[number];

/** What to know before following it. */
export const WARNINGS = [
  ...(["is-a-change", "would-leave-shell", "everything-dies", "irrevocable"] as const),
  ...(["access-first", "whole-service", "no-access-left", "chooses-all-domains"] as const),
] as const;
export type LeaveWarning = (typeof WARNINGS)[number];

export interface LeaveAdvice {
  readonly answer: LeaveAnswer;
  readonly reason: LeaveReason;
  readonly warnings: readonly LeaveWarning[];
  /** The order it takes; null: no order of this account does it. */
  readonly order: OrderType | null;
  /** Numbers the order is about; none: the whole filing, or nothing. */
  readonly services: readonly string[];
  readonly source: Source;
}

const ORDER: Partial<Record<LeaveAnswer, OrderType>> = {
  "change-service": "CHANGE_SERVICE",
  "change-filing": "CHANGE_FILING",
  "cancel-service": "CANCEL_SERVICE",
  "cancel-entity": "CANCEL_ENTITY",
  "cancel-then-file": "CANCEL_ENTITY",
  "access-then-cancel-access": "CANCEL_ACCESS",
};

const SOURCE: Readonly<Record<LeaveReason, Source>> = {
  "order-not-approved": "S0: 如何取消备案",
  "order-at-authority": "S0: 如何取消进行中的备案订单",
  "open-order-first": "S1: 注销分类; T21: 注销网站",
  "open-order-locked": "S1: 注销分类; T21: 注销网站",
  "bought-domain": "S4: 备案号; S3: 备案号",
  "other-account": "S4: 主体负责人信息",
  "filed-elsewhere": "S1: 线下注销",
  "not-served-here": "S1: 线下注销; H: 备案注销咨询",
  shell: "S4: 注销备案相关; S0: 空壳主体",
  "person-to-unit": "S4: 变更备案相关",
  "person-not-to-unit": "S4: 变更备案相关",
  moved: "S4: 接入备案相关; 取消接入相关",
  "one-of-several-domains": "S4: 删除备案信息相关; S1: 注销分类",
  "one-of-several-services": "S4: 删除备案信息相关",
  "only-service": "S4: 删除备案信息相关; T21: 注销网站",
  "all-services": "S4: 删除备案信息相关; T21: 注销网站",
  everything: "S4: 删除备案信息相关",
};

const advice = (
  answer: LeaveAnswer,
  reason: LeaveReason,
  services: readonly string[] = [],
  warnings: readonly LeaveWarning[] = [],
): LeaveAdvice => ({
  ...{ answer, reason, services, warnings },
  order: ORDER[answer] ?? null,
  source: SOURCE[reason],
});

/**
 * Which cancellation it takes, or what else (DF §10.1); first match wins. Null: which of several services is meant has
 * not been said yet.
 */
export function whichCancellation(shape: LeaveShape, wish: Wish): LeaveAdvice | null {
  if (wish.gone === "order") {
    return shape.openOrder === "locked"
      ? advice("wait", "order-at-authority")
      : advice("abandon", "order-not-approved");
  }
  if (shape.where === "someone-else") return advice("authority-form", "bought-domain");
  if (shape.where === "other-account") return advice("other-account", "other-account");
  if (shape.where === "elsewhere") return advice("old-provider", "filed-elsewhere");
  if (shape.services.length === 0) return advice("offline-shell", "shell");
  if (shape.openOrder === "locked") return advice("wait", "open-order-locked");
  if (shape.openOrder === "abandonable") return advice("abandon", "open-order-first");
  return ofFiled(shape, wish);
}

function ofFiled(shape: LeaveShape, wish: Wish): LeaveAdvice | null {
  const { services } = shape;
  if (!services.some(({ accessHere }) => accessHere)) return advice("old-provider", "not-served-here");
  if (wish.used === "as-unit" && shape.person) return toUnit(shape);
  const meant = wish.gone === "everything" ? services : meantBy(services, wish.services);
  if (meant.length === 0) return null;
  const numbers = meant.map(({ number }) => number);
  if (wish.used === "elsewhere") return moved(services, meant, wish);
  if (wish.gone === "everything") return advice("cancel-entity", "everything", [], DIES);
  if (wish.gone === "domain" && meant.every(({ domains }) => domains.length > 1)) {
    if (meant.some(({ accessHere }) => !accessHere))
      return advice("old-provider", "not-served-here", numbers);
    return advice("change-service", "one-of-several-domains", numbers, ["is-a-change"]);
  }
  // Whoever cancels the last service one by one keeps a number nobody can do anything with.
  if (meant.length === services.length) {
    const reason = services.length === 1 ? "only-service" : "all-services";
    return advice("cancel-entity", reason, [], ["would-leave-shell", ...DIES]);
  }
  if (meant.some(({ accessHere }) => !accessHere)) return advice("old-provider", "not-served-here", numbers);
  const several = meant.some(({ domains }) => domains.length > 1);
  return advice("cancel-service", "one-of-several-services", numbers, [
    ...(several ? (["chooses-all-domains"] as const) : []),
    "irrevocable",
  ]);
}

const DIES = ["everything-dies", "irrevocable"] as const;

function meantBy(services: readonly LeaveService[], numbers: readonly string[]): readonly LeaveService[] {
  return services.length === 1 ? services : services.filter(({ number }) => numbers.includes(number));
}

function toUnit({ personToUnit }: LeaveShape): LeaveAdvice {
  return personToUnit === "ALLOWED"
    ? advice("change-filing", "person-to-unit", [], ["is-a-change"])
    : advice("cancel-then-file", "person-not-to-unit", [], DIES);
}

/** The filing goes on elsewhere: nothing is cancelled but the link to our servers, and that last. */
function moved(
  services: readonly LeaveService[],
  meant: readonly LeaveService[],
  { gone }: Wish,
): LeaveAdvice {
  const here = meant.filter(({ accessHere }) => accessHere);
  const numbers = here.map(({ number }) => number);
  if (here.length === 0)
    return advice(
      "old-provider",
      "not-served-here",
      meant.map(({ number }) => number),
    );
  const others = services.some(({ accessHere, number }) => accessHere && !numbers.includes(number));
  return advice("access-then-cancel-access", "moved", numbers, [
    "access-first",
    ...(gone === "domain" && here.some(({ domains }) => domains.length > 1)
      ? (["whole-service"] as const)
      : []),
    ...(others ? [] : (["no-access-left"] as const)),
    "irrevocable",
  ]);
}
