"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState, useTransition } from "react";
import type { Action } from "@/components/filing/actions";
import { Button, type ButtonProps } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { useAccountWords } from "./account-words";

type Props = {
  action: Action;
  input: unknown;
  children: ReactNode;
  /** Said when it is done. */
  said: string;
  /** Where to go afterwards; loaded anew, for the account may be another. */
  next?: string;
  look?: Pick<ButtonProps, "variant" | "size">;
  /** A whole name where the words on the button do not say of what. */
  name?: string;
  /** Asked first. */
  ask?: { readonly title: string; readonly text: string };
};

/** One step about the account by one click, asked about first where it takes something away. */
export function Press({ action, input, children, said, next, look, name, ask }: Props) {
  const common = useTranslations("common");
  const words = useAccountWords();
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [busy, start] = useTransition();
  const run = () =>
    start(async () => {
      const answer = await action(input);
      setOpen(false);
      if (!answer.ok) return toast(words.refusal(answer.error), "refused");
      if (next !== undefined) return location.assign(next);
      toast(said, "done");
      router.refresh();
    });
  if (ask === undefined)
    return (
      <Button {...look} aria-label={name} loading={busy} onClick={run}>
        {children}
      </Button>
    );
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={ask.title}
      description={ask.text}
      trigger={
        <Button {...look} aria-label={name}>
          {children}
        </Button>
      }
      footer={
        <>
          <DialogClose render={<Button>{common("cancel")}</Button>} />
          <Button variant="danger" loading={busy} onClick={run}>
            {children}
          </Button>
        </>
      }
    />
  );
}
