import { dayOf, shiftDay } from "../policy/calendar/time";
import type { Source } from "../policy/source";
import type { ProviderPolicy, ProvincePolicy } from "../policy/types";
import { type Filed, footerOf, wantsCopyright } from "./footer";

/** What is left to do once a service is filed, or has access here. Nobody but its holder can do it, or see that it is done. */
export const AFTER_TASKS = [
  "footer-number",
  "app-number",
  "copyright-line",
  "public-security",
  "cancel-old-access",
] as const;
export type AfterTask = (typeof AFTER_TASKS)[number];

/** A filed service as the register has it. */
export interface AfterService extends Filed {
  /** Approval of the first order that named it here. */
  readonly filedAt: number;
  readonly ended: boolean;
  /** It is served here now. */
  readonly served: boolean;
  /** It came from another provider: approval of the access order; null: it was first filed here. */
  readonly accessFiledAt: number | null;
}

export interface Task {
  readonly id: AfterTask;
  readonly source: Source;
  /** `YYYY-MM-DD`, the last day that is in time; null: at once, and for as long as the service runs. */
  readonly due: string | null;
  /** The last day has passed. Says nothing of whether it was done. */
  readonly late: boolean;
}

type Policies = {
  readonly province: Pick<ProvincePolicy, "advice">;
  readonly provider: Pick<ProviderPolicy, "publicSecurityFilingDays" | "requireCompanyPrefix">;
};

/** The day of approval counts as the day of opening: nobody may open before, and when somebody did after is his to know. */
const publicSecurityDue = (filedAt: number, days: number): string => shiftDay(dayOf(filedAt), days);

/** The tasks of a service, in the order they are to be done; none once it has ended. */
export function afterTasks(
  service: AfterService,
  { province, provider }: Policies,
  now: number,
): readonly Task[] {
  if (service.ended) return [];
  const isApp = service.kind === "APP";
  const { source } = footerOf(service, "one", province, provider);
  const standing = (id: AfterTask, from: Source): Task => ({ id, source: from, due: null, late: false });
  const tasks: Task[] = [standing(isApp ? "app-number" : "footer-number", source)];
  if (wantsCopyright(service, province))
    tasks.push(standing("copyright-line", "S4: 初审驳回关于网站信息问题"));
  // What was open elsewhere before had its days there.
  if (service.accessFiledAt === null) {
    const due = publicSecurityDue(service.filedAt, provider.publicSecurityFilingDays);
    tasks.push({ id: "public-security", source: "T21: 公安备案", due, late: dayOf(now) > due });
    return tasks;
  }
  // Where this provider serves it no more, the old access may be the only one: without it the filing would go, too.
  if (service.served) tasks.push(standing("cancel-old-access", "S4: 接入备案相关"));
  return tasks;
}
