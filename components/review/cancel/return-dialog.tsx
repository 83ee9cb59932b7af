"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { WordsField } from "@/components/form/words-field";
import { Button } from "@/components/ui/button";
import type { ReviewReason } from "@/lib/filing/registry/cancel-reasons";
import type { Action } from "../../filing/actions";
import { RunDialog } from "../run-dialog";

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
  const [code, setCode] = useState<ReviewReason>("CANCEL_NOT_WANTED");
  const [words, setWords] = useState("");
  const id = useId();
  return (
    <RunDialog
      title={t("returnTitle")}
      text={t("returnText")}
      trigger={
        <Button variant="danger" disabled={off}>
          {t("return")}
        </Button>
      }
      confirm={t("returnTitle")}
      variant="danger"
      act={() => act({ orderId, version, code, words })}
    >
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
    </RunDialog>
  );
}
