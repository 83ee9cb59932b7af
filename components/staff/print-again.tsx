"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { useAccountWords } from "@/components/account/account-words";
import type { Action } from "@/components/filing/actions";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { type Printed, PrintedLink } from "./printed-link";

type Props = { invitationId: string; name: string; action: Action<{ printed: Printed | null }> };

/** A new link for the same invitation, shown once; the one before stops working. */
export function PrintAgain({ invitationId, name, action }: Props) {
  const t = useTranslations("staff.invite");
  const words = useAccountWords();
  const router = useRouter();
  const toast = useToast();
  const [printed, setPrinted] = useState<Printed | null>(null);
  const [busy, start] = useTransition();
  const make = () =>
    start(async () => {
      const answer = await action({ invitationId, way: "print" });
      if (answer.ok) setPrinted(answer.value.printed);
      else {
        toast(words.refusal(answer.error), "refused");
        router.refresh();
      }
    });
  // The list is read anew only when the link has been seen: it would take this row, and the dialog with it.
  const close = () => {
    setPrinted(null);
    router.refresh();
  };
  return (
    <>
      <Button size="small" loading={busy} onClick={make} aria-label={t("printOf", { name })}>
        {t("printLink")}
      </Button>
      <Dialog
        open={printed !== null}
        onOpenChange={close}
        title={t("printed")}
        description={t("once")}
        size="wide"
      >
        {printed && <PrintedLink name={name} {...printed} />}
      </Dialog>
    </>
  );
}
