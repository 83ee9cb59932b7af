"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { refusalText } from "@/lib/messages/refusal-text";
import type { Action } from "../filing/actions";

type Props = Pick<ButtonProps, "size" | "variant" | "aria-label"> & {
  action: Action;
  input?: object;
  label: string;
  /** Said when it worked and the page alone does not show it. */
  done?: string;
};

/** A button for one call: the page shows what came of it, a refusal is said. */
export function ActButton({ action, input = {}, label, done, ...looks }: Props) {
  const errors = useTranslations("errors");
  const router = useRouter();
  const toast = useToast();
  const [pending, start] = useTransition();
  const act = () =>
    start(async () => {
      const answer = await action(input);
      if (!answer.ok) toast(refusalText(errors, answer.error), "refused");
      else if (done !== undefined) toast(done, "done");
      router.refresh();
    });
  return (
    <Button {...looks} loading={pending} onClick={act}>
      {label}
    </Button>
  );
}
