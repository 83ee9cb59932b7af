"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { refusalText } from "@/lib/messages/refusal-text";
import type { Action } from "../../filing/actions";

type Props = { consumerId: string; name: string; revoke: Action };

/** Ends a token; asked first, for the gateway that uses it is blind at once. */
export function RevokeConsumer({ consumerId, name, revoke }: Props) {
  const t = useTranslations("serving");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();
  const run = () =>
    start(async () => {
      const answer = await revoke({ consumerId });
      setOpen(false);
      if (answer.ok) toast(t("revoked"), "done");
      else toast(refusalText(errors, answer.error), "refused");
      router.refresh();
    });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("revokeTitle", { name })}
      description={t("revokeText")}
      trigger={
        <Button size="small" aria-label={t("revokeTitle", { name })}>
          {t("revoke")}
        </Button>
      }
      footer={
        <>
          <DialogClose render={<Button>{common("cancel")}</Button>} />
          <Button variant="danger" loading={pending} onClick={run}>
            {t("revoke")}
          </Button>
        </>
      }
    />
  );
}
