import { useLocale, useTranslations } from "next-intl";
import { ChangedField } from "@/components/filing/check/changed-field";
import { OutlineValue } from "@/components/filing/check/outline-value";
import { Timeline } from "@/components/ui/timeline";
import type { Tone } from "@/components/ui/tone";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { HistoryLine } from "@/lib/usecases/registry/history";
import { Source } from "./source";

/** What one order or notice did to one service, or to the record: a step of the list. */
interface Step {
  readonly first: HistoryLine;
  readonly lines: readonly HistoryLine[];
}

const sameStep = (a: HistoryLine, b: HistoryLine) =>
  a.by.at === b.by.at && a.serviceId === b.serviceId && JSON.stringify(a.by) === JSON.stringify(b.by);

function stepsOf(lines: readonly HistoryLine[]): readonly Step[] {
  const steps: { first: HistoryLine; lines: HistoryLine[] }[] = [];
  for (const line of lines) {
    const last = steps.at(-1);
    if (last && sameStep(last.first, line)) last.lines.push(line);
    else steps.push({ first: line, lines: [line] });
  }
  return steps;
}

/** What a step is called: what begins or ends outweighs what comes with it. */
const WEIGHT = ["entity_opened", "service_opened", "entity_ended", "service_ended"];
const headline = ({ first, lines }: Step): HistoryLine["change"] =>
  lines.find(({ change }) => WEIGHT.includes(change))?.change ?? first.change;
const toneOf = (change: HistoryLine["change"]): Tone =>
  change.endsWith("_opened") ? "done" : change.endsWith("_ended") ? "ended" : "neutral";

type Props = {
  lines: readonly HistoryLine[];
  label: string;
  /** Names of services by id. */
  names: Readonly<Record<string, string>>;
};

/** The life of a filing, newest on top. */
export function FilingHistory({ lines, label, names }: Props) {
  const t = useTranslations("filed");
  const locale = toLocale(useLocale());
  return (
    <Timeline
      label={label}
      entries={stepsOf(lines)
        .toReversed()
        .map((step) => {
          const change = headline(step);
          const name = names[step.first.serviceId ?? ""];
          const at = step.first.by.at;
          return {
            id: String(step.first.seq),
            tone: toneOf(change),
            title: [t(`line.${change}`), name].filter(Boolean).join(" · "),
            actor: <Source by={step.first.by} />,
            time: <time dateTime={new Date(at).toISOString()}>{formatDateTime(at, locale)}</time>,
            body: <StepBody step={step} headline={change} />,
          };
        })}
    />
  );
}

function StepBody({ step, headline: told }: { step: Step; headline: HistoryLine["change"] }) {
  const t = useTranslations("filed");
  const fields = useTranslations("fields");
  const opened = step.lines.flatMap((line) => line.opened);
  const changed = step.lines.flatMap(({ value }) => value ?? []);
  const parts = step.lines.filter(
    ({ change, about, value }) => value === null && (about ?? "") !== "" && change !== told,
  );
  // What its headline names is said nowhere else.
  const from = told === "entity_moved" ? step.lines[0]?.about : null;
  return (
    <>
      {from && (
        <p>
          <span className="text-muted">{t("movedFrom")}</span> <span className="font-mono">{from}</span>
        </p>
      )}
      {parts.length > 0 && (
        <ul>
          {parts.map(({ seq, change, about }) => (
            <li key={seq} className="break-all">
              <span className="text-muted">{t(`line.${change}`)}</span>{" "}
              <span className="font-mono">{about}</span>
            </li>
          ))}
        </ul>
      )}
      {changed.length > 0 && (
        <dl>
          {changed.map((field) => (
            <ChangedField key={field.path} field={field} />
          ))}
        </dl>
      )}
      {opened.length > 0 && (
        <details className="mt-1">
          <summary className="link w-fit cursor-pointer py-0.5">
            {t("showValues", { count: opened.length })}
          </summary>
          <dl className="mt-1">
            {opened.map((field) => (
              <div
                key={field.path}
                className="grid gap-x-4 border-b border-line py-2 last:border-0 sm:grid-cols-[10rem_1fr]"
              >
                <dt className="text-muted">{fields(`${field.key}.label` as never)}</dt>
                <dd className="min-w-0 break-words">
                  <OutlineValue field={field} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}
