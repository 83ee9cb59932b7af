"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState, useTransition } from "react";
import { Button, type ButtonVariant } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import type { Refusal } from "@/lib/filing/shared/refusal";
import { refusalText } from "@/lib/messages/refusal-text";
import type { Action } from "../actions";

type Props = {
  orderId: string;
  action: Action;
  label: ReactNode;
  /** Asked before; left out, the button acts at once. */
  question?: { title: string; text: string };
  done: string;
  variant?: ButtonVariant;
};

/** A command on an order; what cannot be taken back is asked first. */
export function CommandButton({ orderId, action, label, question, done, variant = "secondary" }: Props) {
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const [pending, start] = useTransition();
  const run = () =>
    start(async () => {
      const answer = await action({ orderId });
      setRefused(answer.ok ? null : answer.error);
      if (answer.ok) {
        setOpen(false);
        toast(done, "done");
      } else if (!question) toast(refusalText(errors, answer.error), "refused");
      router.refresh();
    });
  if (!question)
    return (
      <Button variant={variant} loading={pending} onClick={run}>
        {label}
      </Button>
    );
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={question.title}
      description={question.text}
      trigger={<Button variant={variant}>{label}</Button>}
      footer={
        <>
          <DialogClose render={<Button>{common("cancel")}</Button>} />
          <Button variant={variant === "danger" ? "danger" : "primary"} loading={pending} onClick={run}>
            {label}
          </Button>
        </>
      }
    >
      {refused && (
        <Notice tone="refused" role="alert">
          {refusalText(errors, refused)}
        </Notice>
      )}
    </Dialog>
  );
}
