"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState, useTransition } from "react";
import { useAccountWords } from "@/components/account/account-words";
import type { Action } from "@/components/filing/actions";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { BLOCK_REASONS, type BlockReason } from "@/lib/filing/staff";

type Props = {
  seen: { userId: string; version: number };
  name: string;
  /** Orders that go back to the queue with it. */
  claims: number;
  action: Action<{ released: number }>;
};

/** Shuts somebody out, with a reason; says what happens to what he is at. */
export function BlockButton({ seen, name, claims, action }: Props) {
  const t = useTranslations("staff");
  const common = useTranslations("common");
  const words = useAccountWords();
  const router = useRouter();
  const toast = useToast();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState<BlockReason>("left");
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const block = () =>
    start(async () => {
      const answer = await action({ ...seen, reason });
      if (!answer.ok) setRefused(words.refusal(answer.error));
      else {
        setOpen(false);
        toast(t("access.blockDone", { count: answer.value.released }), "done");
      }
      router.refresh();
    });
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setRefused(null);
      }}
      title={t("access.blockTitle", { name })}
      description={t("access.blockText", { claims })}
      trigger={<Button variant="danger">{t("access.block")}</Button>}
      footer={
        <>
          <DialogClose render={<Button>{common("cancel")}</Button>} />
          <Button variant="danger" loading={busy} onClick={block}>
            {t("access.block")}
          </Button>
        </>
      }
    >
      {refused !== null && (
        <Notice tone="refused" role="alert">
          {refused}
        </Notice>
      )}
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 font-semibold">{t("access.reason")}</legend>
        {BLOCK_REASONS.map((code) => (
          <label key={code} htmlFor={`${id}-${code}`} className="flex items-center gap-2">
            <input
              id={`${id}-${code}`}
              type="radio"
              name={id}
              checked={reason === code}
              onChange={() => setReason(code)}
              className="size-4 accent-accent"
            />
            {t(`reasons.${code}`)}
          </label>
        ))}
      </fieldset>
    </Dialog>
  );
}
