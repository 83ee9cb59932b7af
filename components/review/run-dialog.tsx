"use client";

import { useTranslations } from "next-intl";
import { type ReactElement, type ReactNode, useState } from "react";
import { useRun } from "@/components/form/use-run";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { Answer } from "../filing/actions";

type Props = {
  title: string;
  text: string;
  trigger: ReactElement;
  /** On the button that does it. */
  confirm: string;
  variant?: "primary" | "danger";
  /** What is asked is not answered yet. */
  disabled?: boolean;
  act: () => Promise<Answer>;
  children?: ReactNode;
};

/** A step of the desk that is asked about first; a refusal is said where it was asked, and forgotten when it closes. */
export function RunDialog(props: Props) {
  const { title, text, trigger, confirm, variant = "primary", disabled = false, act, children } = props;
  const common = useTranslations("common");
  const { busy, error, run, clearError } = useRun();
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        clearError();
        setOpen(next);
      }}
      title={title}
      description={text}
      trigger={trigger}
      footer={
        <>
          <DialogClose render={<Button>{common("cancel")}</Button>} />
          <Button
            variant={variant}
            loading={busy}
            disabled={disabled}
            onClick={() => void run(act, () => setOpen(false))}
          >
            {confirm}
          </Button>
        </>
      }
    >
      {error && (
        <div className="mb-3">
          <Notice tone="refused" role="alert">
            {error}
          </Notice>
        </div>
      )}
      {children}
    </Dialog>
  );
}
