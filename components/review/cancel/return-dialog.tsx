"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useRun } from "@/components/form/use-run";
import { WordsField } from "@/components/form/words-field";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { ReviewReason } from "@/lib/filing/registry/cancel-reasons";
import type { Action } from "../../filing/actions";

interface Props {
  orderId: string;
  version: number;
  reasons: readonly { readonly code: ReviewReason; readonly name: string; readonly remedy: string }[];
  off: boolean;
  act: Action;
}

/** Gives a cancellation back with one reason, what to do next, and words of one's own. */
export function ReturnDialog({ orderId, version, reasons, off, act }: Props) {
  const t = useTranslations("cancellations.desk");
  const common = useTranslations("common");
  const { busy, error, run } = useRun();
  const [open, setOpen] = useState(false);
  const [code, setCode] = useState<ReviewReason>("CANCEL_NOT_WANTED");
  const [words, setWords] = useState("");
  const id = useId();
  const send = () =>
    run(
      () => act({ orderId, version, code, words }),
      () => setOpen(false),
    );
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("returnTitle")}
      description={t("returnText")}
      trigger={
        <Button variant="danger" disabled={off}>
          {t("return")}
        </Button>
      }
      footer={
        <>
          <DialogClose render={<Button>{common("cancel")}</Button>} />
          <Button variant="danger" loading={busy} onClick={() => void send()}>
            {t("returnTitle")}
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
        <legend className="mb-2 font-semibold">{t("why")}</legend>
        {reasons.map((reason) => (
          <label key={reason.code} className="flex items-start gap-2">
            <input
              type="radio"
              name={id}
              checked={code === reason.code}
              onChange={() => setCode(reason.code)}
              className="mt-1 size-4 shrink-0 accent-accent"
            />
            <span>
              <span className="block">{reason.name}</span>
              <span className="block text-small text-muted">{reason.remedy}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="mt-4">
        <WordsField
          id={`${id}-words`}
          label={t("words")}
          hint={t("wordsHint")}
          value={words}
          onChange={setWords}
        />
      </div>
    </Dialog>
  );
}
