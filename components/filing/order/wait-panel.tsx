import { useLocale, useTranslations } from "next-intl";
import { DecisionPanel } from "@/components/filing/estimate/decision-panel";
import { RangeBar } from "@/components/ui/bars";
import { Panel } from "@/components/ui/panel";
import { TONE_CLASS, TONE_ICON } from "@/components/ui/tone";
import type { OrderState } from "@/lib/filing/lifecycle/states";
import { formatRelativeDays } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { WaitView } from "@/lib/usecases/orders/views/wait";
import { deadlineParams } from "./deadline-text";

type Props = {
  wait: WaitView;
  state: OrderState;
  /** What the state means where it is not an order that files something. */
  text?: string;
  now: number;
  /** Names of leads whose missed call a date is about, by person id. */
  leads?: Readonly<Record<string, string>>;
  /** Where the same dates are drawn as a calendar. */
  calendarHref?: string | undefined;
  children?: React.ReactNode;
};

/** Said by the estimate itself, with more detail. */
const IN_ESTIMATE: readonly string[] = ["authority_review_expected", "authority_review_limit"];

/** The wait an order is in: who has to act, until when, and where in the usual range it stands. */
export function WaitPanel({ wait, state, text, now, leads = {}, calendarHref, children }: Props) {
  const t = useTranslations("orders.wait");
  const states = useTranslations("states");
  const deadlines = useTranslations("deadlines");
  const locale = toLocale(useLocale());
  const tone = wait.who === "you" || wait.who === "leads" ? "you" : "others";
  const Icon = TONE_ICON[tone];
  const shown = wait.deadlines.filter(({ kind }) => wait.decision === null || !IN_ESTIMATE.includes(kind));
  return (
    <Panel>
      <div className="flex items-start gap-3">
        <span
          className={`inline-flex size-9 shrink-0 items-center justify-center rounded-full ${TONE_CLASS[tone]}`}
        >
          <Icon aria-hidden className="size-5" />
        </span>
        <div className="min-w-0">
          <h2 className="text-h3">{t(`who.${wait.who}`)}</h2>
          <p className="text-muted">{text ?? states(`${state}.text`)}</p>
        </div>
      </div>
      {wait.bar && <Progress bar={wait.bar} />}
      {shown.length > 0 && (
        <dl className="mt-4 flex flex-col gap-3 border-t border-line pt-4">
          {shown.map((deadline) => (
            <div key={`${deadline.kind}${deadline.personId ?? ""}`} className="flex flex-col gap-0.5">
              <dt className="flex flex-wrap items-baseline justify-between gap-x-4 font-semibold">
                <span>
                  {deadlines(`${deadline.kind}.label`)}
                  {leads[deadline.personId ?? ""] && (
                    <span className="block font-normal">{leads[deadline.personId ?? ""]}</span>
                  )}
                </span>
                <span className="font-normal text-muted">
                  {deadline.at < now ? deadlines("passed") : formatRelativeDays(deadline.at, now, locale)}
                </span>
              </dt>
              <dd className="text-muted">
                {deadlines(`${deadline.kind}.text`, deadlineParams(deadline, locale))}
                {deadline.estimated && ` ${t("estimated")}`}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {wait.decision && (
        <div className="mt-4 border-t border-line pt-4">
          <DecisionPanel estimate={wait.decision} {...(calendarHref ? { calendarHref } : {})} />
        </div>
      )}
      {children && <div className="mt-4 border-t border-line pt-4">{children}</div>}
    </Panel>
  );
}

function Progress({ bar }: { bar: NonNullable<WaitView["bar"]> }) {
  const t = useTranslations("orders.wait");
  const sentence = t("bar", bar);
  return (
    <figure className="mt-4">
      <RangeBar {...bar} label={sentence} />
      <div aria-hidden className="mt-1 flex justify-between text-small text-muted tabular-nums">
        <span>0</span>
        <span>{t("days", { count: bar.max })}</span>
      </div>
      <figcaption className="text-small text-muted">{sentence}</figcaption>
    </figure>
  );
}
