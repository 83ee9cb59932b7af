"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useRun } from "@/components/form/use-run";
import { WordsField } from "@/components/form/words-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { BenchActions, BenchFinding } from "./types";

type Props = {
  orderId: string;
  version: number;
  finding: BenchFinding;
  dismiss: BenchActions["dismiss"];
  onClose: () => void;
};

/** Sets a warning aside, with a reason in words. */
export function DismissDialog({ orderId, version, finding, dismiss, onClose }: Props) {
  const t = useTranslations("review.bench.finding");
  const common = useTranslations("common");
  const { busy, error, run } = useRun();
  const [reason, setReason] = useState("");
  const id = useId();
  const { rule, path } = finding;
  const send = () => run(() => dismiss({ orderId, version, rule, path, reason }), onClose);
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t("dismissTitle")}
      description={t("dismissText")}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button
            variant="primary"
            loading={busy}
            disabled={reason.trim() === ""}
            onClick={() => void send()}
          >
            {t("confirmDismiss")}
          </Button>
        </>
      }
    >
      {error && (
        <Notice tone="refused" role="alert">
          {error}
        </Notice>
      )}
      <p className="my-3">{finding.text}</p>
      <WordsField id={id} label={t("dismissReason")} value={reason} onChange={setReason} />
    </Dialog>
  );
}
