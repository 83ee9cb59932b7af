"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { refusalText } from "@/lib/messages/refusal-text";
import type { Action } from "../filing/actions";
import { Button, type ButtonProps } from "./button";
import { Dialog, DialogClose } from "./dialog";
import { useToast } from "./toast";

type Props = Pick<ButtonProps, "size" | "variant" | "aria-label"> & {
  action: Action;
  input?: object;
  label: string;
  /** Said when it worked and the page alone does not show it. */
  done?: string;
  /** Asked first, where it takes something away. */
  ask?: { readonly title: string; readonly text: string };
};

/** A button for one call: the page shows what came of it, a refusal is said. */
export function ActButton({ action, input = {}, label, done, ask, ...looks }: Props) {
  const errors = useTranslations("errors");
  const common = useTranslations("common");
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();
  const act = () =>
    start(async () => {
      const answer = await action(input);
      setOpen(false);
      if (!answer.ok) toast(refusalText(errors, answer.error), "refused");
      else if (done !== undefined) toast(done, "done");
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
      onOpenChange={setOpen}
      title={ask.title}
      description={ask.text}
      trigger={<Button {...looks}>{label}</Button>}
      footer={
        <>
          <DialogClose render={<Button>{common("cancel")}</Button>} />
          <Button variant="danger" loading={pending} onClick={act}>
            {label}
          </Button>
        </>
      }
    />
  );
}
