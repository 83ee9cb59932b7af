"use client";

import { clsx } from "clsx";
import { useLocale, useTranslations } from "next-intl";
import { ProgressBar } from "@/components/ui/bars";
import { TONE_INK } from "@/components/ui/tone";
import { formatBytes, formatDateTime, formatTimeSeconds } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { refusalText } from "@/lib/messages/refusal-text";
import type { FilledView, SlotView } from "@/lib/usecases/materials/list-slots";
import type { Job } from "./uploads";

type Props = {
  job: Job | undefined;
  filled: FilledView | null;
  medium: SlotView["medium"];
  problem: string | null;
  errorId: string;
};

/** How far a file is, when it is tried again, why it was refused; or what lies here. */
export function SlotStatus({ job, filled, medium, problem, errorId }: Props) {
  const errors = useTranslations("errors");
  const refused = job?.state.kind === "failed" ? refusalText(errors, job.state.refusal) : problem;
  return (
    <>
      <div role="status" aria-live="polite" className="min-h-5 text-small text-muted">
        <Line {...{ job, filled, medium }} />
      </div>
      {refused && (
        <p id={errorId} role="alert" className={clsx("text-small", TONE_INK.refused)}>
          {refused}
        </p>
      )}
    </>
  );
}

function Line({ job, filled, medium }: Pick<Props, "job" | "filled" | "medium">) {
  const t = useTranslations("slots");
  const locale = toLocale(useLocale());
  switch (job?.state.kind) {
    case "queued":
      return <>{t("queued")}</>;
    case "sending":
      return <ProgressBar value={Math.round(job.state.share * 100)} max={100} label={t("sending")} />;
    case "working":
      return <>{t(`working.${medium}`)}</>;
    case "waiting":
      return <span className={TONE_INK.you}>{t("waiting", { time: formatTimeSeconds(job.state.at) })}</span>;
    default:
      return filled === null ? (
        t(`drop.${medium}`)
      ) : (
        <span className="tabular-nums">
          {t("uploaded", { time: formatDateTime(filled.addedAt, locale), size: formatBytes(filled.bytes) })}
        </span>
      );
  }
}
