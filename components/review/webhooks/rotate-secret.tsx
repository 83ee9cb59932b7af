"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { ShownOnce } from "@/components/ui/shown-once";
import { useToast } from "@/components/ui/toast";
import { refusalText } from "@/lib/messages/refusal-text";
import type { Action } from "../../filing/actions";

type Props = { endpointId: string; name: string; rotate: Action<{ secret: string }> };

/** Gives a new secret; asked first, for the old one ends after a day. */
export function RotateSecret({ endpointId, name, rotate }: Props) {
  const t = useTranslations("webhooks");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const router = useRouter();
  const toast = useToast();
  const [secret, setSecret] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const run = () =>
    start(async () => {
      const answer = await rotate({ endpointId });
      if (!answer.ok) return toast(refusalText(errors, answer.error), "refused");
      setSecret(answer.value.secret);
      router.refresh();
    });
  return (
    <Dialog
      title={t("rotateTitle", { name })}
      description={t("rotateText")}
      onOpenChange={() => setSecret(null)}
      trigger={<Button aria-label={t("rotateTitle", { name })}>{t("rotate")}</Button>}
      footer={
        <>
          <DialogClose render={<Button>{secret === null ? common("cancel") : common("close")}</Button>} />
          {secret === null && (
            <Button variant="primary" loading={pending} onClick={run}>
              {t("rotate")}
            </Button>
          )}
        </>
      }
    >
      <div aria-live="polite">
        {secret !== null && <ShownOnce title={t("secretMade")} text={t("secretOnce")} secret={secret} />}
      </div>
    </Dialog>
  );
}
