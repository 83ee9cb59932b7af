"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";
import type { BenchFinding } from "./types";

const TONE = { error: "refused", warn: "you", info: "others" } as const;

export interface FindingActions {
  /** Takes the finding into the rejection, ready to be sent; absent for whoever does not hold the order. */
  readonly onUse?: ((finding: BenchFinding) => void) | undefined;
  readonly onDismiss?: ((finding: BenchFinding) => void) | undefined;
}

/** Findings of one place, those set aside folded away behind the others. */
export function FindingLines({
  findings,
  className = "mt-1",
  ...actions
}: FindingActions & { findings: readonly BenchFinding[]; className?: string }) {
  if (findings.length === 0) return null;
  const sorted = [...findings].sort((a, b) => Number(a.dismissed !== null) - Number(b.dismissed !== null));
  return (
    <ul className={`${className} flex flex-col gap-1`}>
      {sorted.map((finding) => (
        <li
          key={finding.id}
          data-finding
          tabIndex={-1}
          className="rounded-control bg-canvas px-2 py-1.5 text-small"
        >
          {finding.dismissed ? (
            <Dismissed finding={finding} {...finding.dismissed} />
          ) : (
            <Open finding={finding} {...actions} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Open({ finding, onUse, onDismiss }: FindingActions & { finding: BenchFinding }) {
  const t = useTranslations("review.bench");
  const { level } = finding;
  return (
    <div className="flex flex-wrap items-start justify-between gap-2">
      <span className="flex min-w-0 flex-1 basis-64 items-start gap-2">
        <Tag tone={TONE[level]}>{t(`level.${level}`)}</Tag>
        <Words finding={finding} />
      </span>
      {onUse && level !== "info" && (
        <span className="flex flex-wrap justify-end gap-1">
          {level === "warn" && onDismiss && (
            <Button size="small" variant="quiet" data-dismiss onClick={() => onDismiss(finding)}>
              {t("finding.dismiss")}
            </Button>
          )}
          <Button size="small" variant="quiet" data-item onClick={() => onUse(finding)}>
            {t("useFinding")}
          </Button>
        </span>
      )}
    </div>
  );
}

function Words({ finding: { text, source, note } }: { finding: BenchFinding }) {
  const t = useTranslations("review.bench");
  return (
    <span className="min-w-0 pt-0.5">
      {text}
      {source !== "" && <span className="block text-muted">{t("source", { source })}</span>}
      {note !== null && (
        <span className="mt-1 block border-l-2 border-control pl-2 whitespace-pre-line">
          {note === "" ? (
            <span className="text-muted">{t("finding.noted")}</span>
          ) : (
            <>
              <span className="block font-semibold">{t("finding.note")}</span>
              {note}
            </>
          )}
        </span>
      )}
    </span>
  );
}

function Dismissed({ finding, who, reason }: { finding: BenchFinding; who: string; reason: string }) {
  const t = useTranslations("review.bench.finding");
  return (
    <details>
      <summary className="min-h-6 cursor-pointer py-0.5 text-muted">
        {t("dismissed", { title: finding.title })}
      </summary>
      <div className="mt-1 flex flex-col gap-1">
        <Words finding={finding} />
        <p className="whitespace-pre-line">{t("dismissedReason", { reason })}</p>
        <p className="text-muted">{who}</p>
      </div>
    </details>
  );
}
