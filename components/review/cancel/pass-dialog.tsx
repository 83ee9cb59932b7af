"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useRun } from "@/components/form/use-run";
import { WordsField } from "@/components/form/words-field";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { Action } from "../../filing/actions";

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
  const common = useTranslations("common");
  const { busy, error, run, clearError } = useRun();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const id = useId();
  const send = () =>
    run(
      () => act({ orderId, version, overrideReason: reason }),
      () => setOpen(false),
    );
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        clearError();
        setOpen(next);
      }}
      title={t("passTitle")}
      description={t("passText")}
      trigger={
        <Button variant="primary" disabled={off}>
          {t("pass")}
        </Button>
      }
      footer={
        <>
          <DialogClose render={<Button>{common("cancel")}</Button>} />
          <Button variant="primary" loading={busy} onClick={() => void send()}>
            {t("pass")}
          </Button>
        </>
      }
    >
      {error && (
        <Notice tone="refused" role="alert">
          {error}
        </Notice>
      )}
      {needsOverride && (
        <WordsField
          id={id}
          label={t("override")}
          hint={t("overrideHint")}
          value={reason}
          onChange={setReason}
        />
      )}
    </Dialog>
  );
}
