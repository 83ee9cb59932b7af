"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { INTERCEPT_REASONS, type InterceptReason } from "@/lib/filing/lifecycle/types";
import type { BenchActions } from "./types";
import { useBench } from "./use-bench";

type Props = { orderId: string; version: number; intercept: BenchActions["intercept"] };

/** Holds an approved order back before it goes to the authority. */
export function InterceptButton({ orderId, version, intercept }: Props) {
  const t = useTranslations("review.bench.intercept");
  const common = useTranslations("common");
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState<InterceptReason>("asked");
  const { busy, error, run } = useBench();
  const id = useId();
  const send = () =>
    run(
      () => intercept({ orderId, version, reason }),
      () => setOpen(false),
    );
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("title")}
      description={t("text")}
      trigger={<Button variant="danger">{t("button")}</Button>}
      footer={
        <>
          <Button onClick={() => setOpen(false)}>{common("cancel")}</Button>
          <Button variant="danger" loading={busy} onClick={() => void send()}>
            {t("confirm")}
          </Button>
        </>
      }
    >
      {error && (
        <Notice tone="refused" role="alert">
          {error}
        </Notice>
      )}
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 font-semibold">{t("reason")}</legend>
        {INTERCEPT_REASONS.map((code) => (
          <label key={code} htmlFor={`${id}-${code}`} className="flex items-center gap-2">
            <input
              id={`${id}-${code}`}
              type="radio"
              name={id}
              checked={reason === code}
              onChange={() => setReason(code)}
              className="size-4 accent-accent"
            />
            {t(`reasons.${code}`)}
          </label>
        ))}
      </fieldset>
    </Dialog>
  );
}
