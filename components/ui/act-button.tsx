"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState, useTransition } from "react";
import type { Refusal } from "@/lib/filing/shared/refusal";
import { refusalText } from "@/lib/messages/refusal-text";
import type { Action } from "../filing/actions";
import { Button, type ButtonProps } from "./button";
import { Dialog, DialogClose } from "./dialog";
import { Notice } from "./notice";
import { useToast } from "./toast";

export type ActButtonProps = Pick<ButtonProps, "size" | "variant" | "aria-label"> & {
  action: Action;
  input?: unknown;
  label: ReactNode;
  /** Said when it worked and the page alone does not show it. */
  done?: string;
  /** Asked first, where it cannot be taken back. */
  ask?: { readonly title: string; readonly text: string };
  /** How the button that answers the question looks. */
  confirm?: "primary" | "danger";
  /** Where to go afterwards; loaded anew, for the account may be another. */
  next?: string;
  /** Says a refusal in words of its own. */
  refusal?: (refused: Refusal) => string;
};

/** A button for one call: the page shows what came of it; a refusal is said, in the question where there was one. */
export function ActButton(props: ActButtonProps) {
  const { action, input = {}, label, done, ask, confirm = "danger", next, refusal, ...looks } = props;
  const errors = useTranslations("errors");
  const common = useTranslations("common");
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const [pending, start] = useTransition();
  const said = (why: Refusal) => refusal?.(why) ?? refusalText(errors, why);
  const act = () =>
    start(async () => {
      const answer = await action(input);
      setRefused(answer.ok ? null : answer.error);
      if (answer.ok) {
        if (next !== undefined) return location.assign(next);
        setOpen(false);
        if (done !== undefined) toast(done, "done");
      } else if (ask === undefined) toast(said(answer.error), "refused");
      router.refresh();
    });
  if (ask === undefined)
    return (
      <Button {...looks} loading={pending} onClick={act}>
        {label}
      </Button>
    );
  return (
    <Dialog
      open={open}
      onOpenChange={(opened) => {
        setOpen(opened);
        setRefused(null);
      }}
      title={ask.title}
      description={ask.text}
      trigger={<Button {...looks}>{label}</Button>}
      footer={
        <>
          <DialogClose render={<Button>{common("cancel")}</Button>} />
          <Button variant={confirm} loading={pending} onClick={act}>
            {label}
          </Button>
        </>
      }
    >
      {refused && (
        <Notice tone="refused" role="alert">
          {said(refused)}
        </Notice>
      )}
    </Dialog>
  );
}
