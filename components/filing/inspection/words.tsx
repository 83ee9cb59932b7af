import { useLocale, useTranslations } from "next-intl";
import { OutlineValue } from "@/components/filing/check/outline-value";
import { DescriptionList } from "@/components/ui/description-list";
import { Tag } from "@/components/ui/tag";
import { Timeline } from "@/components/ui/timeline";
import type { Tone } from "@/components/ui/tone";
import type { OutlineField } from "@/lib/filing/application/outline";
import type { InspectionEventType, InspectionState } from "@/lib/filing/inspection/states";
import { formatDate, formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { InspectionLine, InspectionStep } from "@/lib/usecases/inspection/views";

/** Whom it waits for depends on who reads. */
const TONES: Readonly<Record<"owner" | "staff", Readonly<Record<InspectionState, Tone>>>> = {
  owner: { OPEN: "you", REPORTED_FIXED: "others", ORDERED: "refused", CLOSED: "done", ENDED: "ended" },
  staff: { OPEN: "others", REPORTED_FIXED: "you", ORDERED: "others", CLOSED: "done", ENDED: "ended" },
};

/** A deadline is the first moment after it; what is shown is the last day. */
export const lastMoment = (deadline: number): number => deadline - 60_000;

export function InspectionTag({
  line: { state, overdue },
  reader,
}: {
  line: Pick<InspectionLine, "state" | "overdue">;
  reader: "owner" | "staff";
}) {
  const t = useTranslations("inspection");
  const late = overdue && state === "OPEN";
  return (
    <Tag tone={late ? "refused" : TONES[reader][state]}>{late ? t("overdue") : t(`state.${state}`)}</Tag>
  );
}

/** Where the failure is: the organiser, a lead, a service, a domain. */
export function TargetName({ line: { target, service, domain } }: { line: InspectionLine }) {
  const t = useTranslations("inspection.target");
  if (domain !== null) return <span className="break-all">{t("domain", { domain })}</span>;
  if (service !== null) return t(target === "lead" ? "serviceLead" : "service", { name: service.name });
  return t(target === "lead" ? "lead" : "entity");
}

export function UntilDay({
  line: { deadline, overdue },
}: {
  line: Pick<InspectionLine, "deadline" | "overdue">;
}) {
  const t = useTranslations("inspection");
  const date = formatDate(lastMoment(deadline), toLocale(useLocale()));
  return overdue ? t("untilOver", { date }) : t("untilDay", { date });
}

/** What is filed of what is wrong. */
export function FiledHere({ filed }: { filed: readonly OutlineField[] }) {
  const [t, fields] = [useTranslations("inspection"), useTranslations("fields")];
  if (filed.length === 0) return <p className="text-muted">{t("noFiledValues")}</p>;
  return (
    <DescriptionList
      items={filed.map((field) => ({
        id: field.path,
        label: fields(`${field.key}.label` as never),
        value: <OutlineValue field={field} />,
      }))}
    />
  );
}

const STEP_TONE: Readonly<Record<InspectionEventType, Tone>> = {
  opened: "refused",
  notice: "refused",
  reminded: "neutral",
  overdue: "refused",
  extended: "neutral",
  answered: "others",
  healed: "others",
  not_fixed: "refused",
  ordered: "refused",
  returned: "neutral",
  closed: "done",
  ended: "ended",
};

/** What happened, the newest on top, with what people said. */
export function InspectionTimeline({ steps }: { steps: readonly InspectionStep[] }) {
  const [t, locale] = [useTranslations("inspection.timeline"), toLocale(useLocale())];
  return (
    <Timeline
      label={t("title")}
      entries={steps.toReversed().map(({ seq, type, at, kind, by, deadline, text, letter }) => ({
        id: String(seq),
        tone: STEP_TONE[type],
        title: t(type, { kind, date: deadline === null ? "" : formatDate(lastMoment(deadline), locale) }),
        actor: by ?? t(`by.${kind}`),
        time: formatDateTime(at, locale),
        body: (letter !== null || text !== null) && (
          <>
            {letter !== null && <p className="break-words">{t("letter", { number: letter })}</p>}
            {text !== null && <p className="break-words whitespace-pre-line">{text}</p>}
          </>
        ),
      }))}
    />
  );
}
