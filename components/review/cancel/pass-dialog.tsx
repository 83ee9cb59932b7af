"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { WordsField } from "@/components/form/words-field";
import { Button } from "@/components/ui/button";
import type { Action } from "../../filing/actions";
import { RunDialog } from "../run-dialog";

interface Props {
  orderId: string;
  version: number;
  needsOverride: boolean;
  off: boolean;
  act: Action;
}

/** Passes a cancellation on; with a reason in words where a lead was not reached. */
export function PassDialog({ orderId, version, needsOverride, off, act }: Props) {
  const t = useTranslations("cancellations.desk");
  const [reason, setReason] = useState("");
  const id = useId();
  return (
    <RunDialog
      title={t("passTitle")}
      text={t("passText")}
      trigger={
        <Button variant="primary" disabled={off}>
          {t("pass")}
        </Button>
      }
      confirm={t("pass")}
      act={() => act({ orderId, version, overrideReason: reason })}
    >
      {needsOverride && (
        <WordsField
          id={id}
          label={t("override")}
          hint={t("overrideHint")}
          value={reason}
          onChange={setReason}
        />
      )}
    </RunDialog>
  );
}
