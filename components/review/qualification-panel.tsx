"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useRun } from "@/components/form/use-run";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Tag } from "@/components/ui/tag";
import type { FinanceKind } from "@/lib/filing/policy/finance";
import type { BenchActions, BenchQualification } from "./types";

type Props = {
  orderId: string;
  version: number;
  one: BenchQualification;
  /** Absent: the reader does not hold the order. */
  verify?: BenchActions["verify"] | undefined;
  /** Makes an item of a qualification that could not be verified. */
  onBad?: (() => void) | undefined;
};

const NONE: FinanceKind = "NONE";

/** The finance qualification of a service, which the provider verifies before it forwards the order (DF §15 D13). */
export function QualificationPanel({ orderId, version, one, verify, onBad }: Props) {
  const t = useTranslations("review.bench.qualification");
  const { busy, error, run } = useRun();
  const [kinds, setKinds] = useState<readonly FinanceKind[]>(one.seen?.kinds ?? []);
  const [seen, setSeen] = useState(one.seen?.seen ?? "");
  const field = useId();
  // No finance goes with no kind of it.
  const tick = (kind: FinanceKind) =>
    setKinds((list) => {
      if (list.includes(kind)) return list.filter((other) => other !== kind);
      return kind === NONE ? [NONE] : [...list.filter((other) => other !== NONE), kind];
    });
  return (
    <fieldset data-qualification={one.partId} className="my-2 rounded-card border border-line p-3">
      <legend className="px-1 font-semibold">{t("title")}</legend>
      <p className="flex flex-wrap items-center justify-between gap-2 text-small text-muted">
        {t("text")}
        {one.seen ? <Tag tone="done">{one.seen.text}</Tag> : <Tag tone="you">{t("notYet")}</Tag>}
      </p>
      <div className="mt-2 grid gap-x-4 sm:grid-cols-2">
        {one.kinds.map(({ kind, label }) => (
          <label key={kind} className="inline-flex min-h-7 cursor-pointer items-center gap-2">
            <input
              type="checkbox"
              checked={kinds.includes(kind)}
              disabled={verify === undefined}
              onChange={() => tick(kind)}
              className="accent-accent"
            />
            {label}
          </label>
        ))}
      </div>
      <label htmlFor={field} className="mt-2 block text-small text-muted">
        {t("seen")}
      </label>
      <textarea
        id={field}
        rows={2}
        maxLength={1000}
        value={seen}
        disabled={verify === undefined}
        onChange={(event) => setSeen(event.target.value)}
        className="w-full rounded-control border border-control bg-surface px-3 py-2"
      />
      {error && (
        <Notice tone="refused" role="alert">
          {error}
        </Notice>
      )}
      {verify && (
        <div className="mt-2 flex flex-wrap items-center gap-3">
          <Button
            size="small"
            variant="primary"
            loading={busy}
            disabled={kinds.length === 0 || seen.trim() === ""}
            onClick={() =>
              void run(() => verify({ orderId, version, partId: one.partId, kinds: [...kinds], seen }))
            }
            aria-label={`${t("record")} ${one.name}`}
          >
            {t("record")}
          </Button>
          {onBad && (
            <Button size="small" variant="quiet" onClick={onBad}>
              {t("item")}
            </Button>
          )}
        </div>
      )}
    </fieldset>
  );
}
