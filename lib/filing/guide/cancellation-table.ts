import { cancelDays } from "../lifecycle/cancel-review";
import type { CancelType } from "../lifecycle/life";
import type { Source } from "../policy/source";
import type { Policy } from "../policy/types";

/** What the three cancellations are compared by, in the order of DF §11.1. */
export const COMPARED = [
  ...(["effect", "others", "domain", "reversible", "danger"] as const),
  ...(["verified", "email", "sms", "time", "password"] as const),
] as const;
export type Compared = (typeof COMPARED)[number];

export interface ComparedCell {
  /** Sentence below the row's name in the catalogue. */
  readonly value: string;
  readonly params?: Readonly<Record<string, number>>;
  readonly source: Source;
}
export type ComparedRow = Readonly<Record<CancelType, ComparedCell>>;

const cell = (value: string, source: Source): ComparedCell => ({ value, source });
const CANCELLING: Source = "S4: 注销备案相关";
const UNLINKING: Source = "S4: 取消接入相关";

const FIXED: Readonly<Record<Exclude<Compared, "verified" | "email" | "time" | "password">, ComparedRow>> = {
  effect: {
    CANCEL_ENTITY: cell("entity-gone", CANCELLING),
    CANCEL_SERVICE: cell("service-gone", CANCELLING),
    CANCEL_ACCESS: cell("link-gone", UNLINKING),
  },
  others: {
    CANCEL_ENTITY: cell("all-dead", "S0: 注销主体和注销网站有什么不同"),
    CANCEL_SERVICE: cell("unaffected", "S0: 注销网站是否会影响同一主体下其他网站的使用"),
    CANCEL_ACCESS: cell("unaffected", "S2: Q10"),
  },
  domain: {
    CANCEL_ENTITY: cell("dead", "S0: 注销多长时间后网站不能访问"),
    CANCEL_SERVICE: cell("dead", "S0: 注销多长时间后网站不能访问"),
    CANCEL_ACCESS: cell("dead-here", "S0: 取消接入后网站能否正常使用"),
  },
  reversible: {
    CANCEL_ENTITY: cell("refile", "S2: Q7"),
    CANCEL_SERVICE: cell("no", "S2: Q7"),
    CANCEL_ACCESS: cell("new-access", "S2: Q11"),
  },
  danger: {
    CANCEL_ENTITY: cell("suffix", CANCELLING),
    CANCEL_SERVICE: cell("suffix-and-shell", CANCELLING),
    CANCEL_ACCESS: cell("struck-off", UNLINKING),
  },
  sms: {
    CANCEL_ENTITY: cell("entity-lead", "T21: 短信核验说明"),
    CANCEL_SERVICE: cell("service-lead", "T21: 短信核验说明"),
    CANCEL_ACCESS: cell("none", "T21: 短信核验说明"),
  },
};

/** The comparison of the three, by the provider's policy of the day (DF §11.1, §11.8). */
export function comparison(policy: Policy): Readonly<Record<Compared, ComparedRow>> {
  const { cancel } = policy.provider;
  const email = (of: "entity" | "service" | "access") =>
    cell(cancel.confirmBy[of].includes("EMAIL") ? "yes" : "no", CANCELLING);
  const asksAccess = cancel.confirmBy.access.length > 0;
  const NOT_ASKED: Source = "T21: 短信核验说明";
  const password = (of: "entity" | "service") => cell(cancel.filingPassword[of], "H: 备案注销咨询");
  const time = (type: CancelType, source: Source): ComparedCell => {
    const [min, max] = cancelDays(type, policy);
    // From zero on: some provinces cancel at once.
    return { ...cell(min === 0 ? "at-once-or" : "days", source), params: { min, max } };
  };
  return {
    ...FIXED,
    verified: {
      CANCEL_ENTITY: cell("entity-lead", CANCELLING),
      CANCEL_SERVICE: cell("service-lead", CANCELLING),
      CANCEL_ACCESS: cell(asksAccess ? "service-lead" : "nobody", NOT_ASKED),
    },
    email: {
      CANCEL_ENTITY: email("entity"),
      CANCEL_SERVICE: email("service"),
      CANCEL_ACCESS: asksAccess ? email("access") : cell("not-asked", NOT_ASKED),
    },
    time: {
      CANCEL_ENTITY: time("CANCEL_ENTITY", CANCELLING),
      CANCEL_SERVICE: time("CANCEL_SERVICE", CANCELLING),
      CANCEL_ACCESS: time("CANCEL_ACCESS", "T21: 取消接入网站"),
    },
    password: {
      CANCEL_ENTITY: password("entity"),
      CANCEL_SERVICE: password("service"),
      CANCEL_ACCESS: cell("none", "H: 备案注销咨询"),
    },
  };
}
