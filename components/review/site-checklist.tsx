"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRun } from "@/components/form/use-run";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Tag } from "@/components/ui/tag";
import { type FindingActions, FindingLines } from "./finding-line";
import type { BenchActions, BenchMark, BenchSite } from "./types";

type Props = FindingActions & {
  orderId: string;
  version: number;
  site: BenchSite;
  /** Absent: the reader does not hold the order. */
  checkSite?: BenchActions["checkSite"] | undefined;
  /** Makes an item of a mark that is not in order. */
  onBad: (mark: BenchMark) => void;
};

/** The list a filed service is gone through by: what its organiser ticked, and what the reviewer saw (DF §15 B2). */
export function SiteChecklist({ orderId, version, site, checkSite, onBad, ...findings }: Props) {
  const t = useTranslations("review.bench.site");
  const { busy, error, run } = useRun();
  const [marks, setMarks] = useState<Readonly<Record<string, boolean>>>(site.seen?.marks ?? {});
  const { partId } = site;
  const open = site.marks.filter(({ mark }) => marks[mark] === undefined).length;
  const changed = site.marks.some(({ mark }) => marks[mark] !== site.seen?.marks[mark]);
  return (
    <fieldset data-site={site.number}>
      <legend className="flex w-full flex-wrap items-center justify-between gap-2 py-2">
        <span className="text-small text-muted">{t("title")}</span>
        {site.seen ? <Tag tone="done">{site.seen.text}</Tag> : <Tag tone="you">{t("notYet")}</Tag>}
      </legend>
      <ul>
        {site.marks.map((one) => (
          <li key={one.mark} className="border-t border-line py-1.5">
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
              <span className="min-w-0 flex-1 basis-48">
                {one.label}
                <span className="block text-small text-muted">{t("applicant", { answer: one.answer })}</span>
              </span>
              <span className="flex flex-wrap items-center gap-3">
                {([true, false] as const).map((good) => (
                  <label
                    key={String(good)}
                    className="inline-flex min-h-7 cursor-pointer items-center gap-1.5"
                  >
                    <input
                      type="radio"
                      name={`${partId}.${one.mark}`}
                      checked={marks[one.mark] === good}
                      disabled={checkSite === undefined}
                      aria-label={`${one.label}: ${t(good ? "good" : "bad")}`}
                      onChange={() => setMarks({ ...marks, [one.mark]: good })}
                      className="accent-accent"
                    />
                    {t(good ? "good" : "bad")}
                  </label>
                ))}
                {checkSite && marks[one.mark] === false && (
                  <Button size="small" variant="quiet" onClick={() => onBad(one)}>
                    {t("item")}
                  </Button>
                )}
              </span>
            </div>
            <FindingLines findings={one.findings} {...findings} />
          </li>
        ))}
      </ul>
      {error && (
        <Notice tone="refused" role="alert">
          {error}
        </Notice>
      )}
      {checkSite && (
        <div className="flex flex-wrap items-center gap-3 border-t border-line py-2">
          <Button
            size="small"
            variant="primary"
            loading={busy}
            disabled={open > 0 || !changed}
            onClick={() => void run(() => checkSite({ orderId, version, partId, marks: { ...marks } }))}
            aria-label={`${t("record")} ${site.number}`}
          >
            {t("record")}
          </Button>
          <Button
            size="small"
            variant="quiet"
            onClick={() => setMarks(Object.fromEntries(site.marks.map(({ mark }) => [mark, true])))}
          >
            {t("allGood")}
          </Button>
          {open > 0 && <span className="text-small text-muted">{t("open", { count: open })}</span>}
        </div>
      )}
    </fieldset>
  );
}
