import { getTranslations } from "next-intl/server";
import { Tag } from "@/components/ui/tag";
import { Timeline, type TimelineEntry } from "@/components/ui/timeline";
import type { Tone } from "@/components/ui/tone";
import type { LeadView, SubmissionView } from "@/lib/authority/sandbox/usecases/read-submission";
import { formatDateTime } from "@/lib/messages/format";
import type { Locale } from "@/lib/messages/locales";
import { STATE_TONE } from "../../states";

const LEAD_TONE: Readonly<Record<LeadView["state"], Tone>> = {
  pending: "others",
  done: "done",
  failed: "refused",
  void: "ended",
  unsent: "others",
};

type Props = { view: SubmissionView; locale: Locale };

/** Beside the application: who verified, and what happened when. */
export async function Rail({ view, locale }: Props) {
  const t = await getTranslations("authority.submission");
  return (
    <div className="flex flex-col gap-6 lg:sticky lg:top-24">
      <section className="flex flex-col gap-3">
        <h2 className="text-h3">{t("leads")}</h2>
        <ul className="flex flex-col gap-3">
          {view.leads.map((lead) => (
            <li key={lead.personId} className="flex flex-col items-start gap-1">
              <span className="font-semibold">{lead.name}</span>
              <Tag tone={LEAD_TONE[lead.state]}>
                {t(`lead.${lead.state}`, {
                  time: lead.doneAt === null ? "" : formatDateTime(lead.doneAt, locale),
                })}
              </Tag>
              {lead.wrong > 0 && (
                <span className="text-small text-muted">{t("lead.wrong", { count: lead.wrong })}</span>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section className="flex flex-col gap-3 border-t border-line pt-6">
        <h2 className="text-h3">{t("course")}</h2>
        <Timeline entries={await courseOf(view, locale)} label={t("course")} />
      </section>
    </div>
  );
}

async function courseOf(view: SubmissionView, locale: Locale): Promise<readonly TimelineEntry[]> {
  const t = await getTranslations("authority");
  const entry = (id: string, tone: Tone, title: string, at: number | null, actor?: string) =>
    at === null
      ? []
      : [
          {
            id,
            tone,
            title,
            time: <time dateTime={new Date(at).toISOString()}>{formatDateTime(at, locale)}</time>,
            ...(actor === undefined ? {} : { actor }),
          },
        ];
  const automatic = ["approved", "rejected"].includes(view.state) && !view.decidedByOfficer;
  return [
    ...entry(
      "decided",
      STATE_TONE[view.state],
      t(`state.${view.state}`),
      view.decidedAt,
      automatic ? t("submission.event.automatic") : undefined,
    ),
    ...entry("review", "others", t("submission.event.review"), view.reviewSince),
    ...(view.state === "review"
      ? entry("automatic", "you", t("submission.event.willDecide"), view.automaticAt)
      : []),
    ...(view.state === "sms"
      ? entry("deadline", "you", t("submission.event.smsDeadline"), view.smsDeadline)
      : []),
    ...entry("received", "neutral", t("submission.event.received"), view.receivedAt),
  ];
}
