"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRun } from "@/components/form/use-run";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { approveAction } from "../../actions";
import { RejectDialog } from "./reject-dialog";
import type { ReasonOption } from "./reject-types";

export type DecisionProps = {
  sequence: number;
  version: number;
  serviceCount: number;
  /** Strikes off the register instead of entering it. */
  cancels: boolean;
  reasons: readonly ReasonOption[];
};

/** The authority's two answers. */
export function Decision({ sequence, version, serviceCount, cancels, reasons }: DecisionProps) {
  return (
    <>
      <RejectDialog seen={{ sequence, version }} reasons={reasons} />
      <ApproveDialog seen={{ sequence, version }} serviceCount={serviceCount} cancels={cancels} />
    </>
  );
}

type Seen = { readonly sequence: number; readonly version: number };

function ApproveDialog({
  seen,
  serviceCount,
  cancels,
}: {
  seen: Seen;
  serviceCount: number;
  cancels: boolean;
}) {
  const t = useTranslations("authority.decision");
  const common = useTranslations("common");
  const toast = useToast();
  const { busy, error, run } = useRun();
  const [open, setOpen] = useState(false);
  const approve = async () => {
    if (!(await run(() => approveAction(seen)))) return;
    setOpen(false);
    toast(t("done.approve"), "done");
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t(cancels ? "approveCancelTitle" : "approveTitle")}
      description={cancels ? t("approveCancelText") : t("approveText", { count: serviceCount })}
      trigger={<Button variant="primary">{t("approve")}</Button>}
      footer={
        <>
          <DialogClose render={<Button>{common("cancel")}</Button>} />
          <Button variant="primary" loading={busy} onClick={() => void approve()}>
            {t("approve")}
          </Button>
        </>
      }
    >
      {error && (
        <Notice role="alert" tone="refused">
          {error}
        </Notice>
      )}
      <p className="text-muted">{t("text")}</p>
    </Dialog>
  );
}
