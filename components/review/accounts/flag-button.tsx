"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { Action } from "@/components/filing/actions";
import { useRun } from "@/components/form/use-run";
import { WordsField } from "@/components/form/words-field";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { flagSchema } from "@/lib/filing/account-flag";
import { fieldRefusalText } from "@/lib/messages/refusal-text";

type Props = { accountId: string; name: string; flagged: boolean; flag: Action<null> };

/** Sets the flag, or lifts it; a reason in words either way. */
export function FlagButton({ accountId, name, flagged, flag }: Props) {
  const t = useTranslations("accountDesk");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const toast = useToast();
  const id = useId();
  const { busy, error, run } = useRun();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [wrong, setWrong] = useState<string>();
  const kind = flagged ? "lift" : "set";
  const variant = flagged ? "primary" : "danger";
  const send = async () => {
    const parsed = flagSchema.safeParse({ accountId, flagged: !flagged, reason });
    const problem = parsed.error?.issues[0]?.message;
    setWrong(problem && fieldRefusalText(errors, { path: "reason", reason: problem }));
    if (!parsed.success) return;
    const done = await run(
      () => flag(parsed.data),
      () => toast(t(`${kind}Done`), "done"),
    );
    if (!done) return;
    setOpen(false);
    setReason("");
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t(`${kind}Title`, { name })}
      description={t("effect")}
      trigger={<Button variant={variant}>{t(kind)}</Button>}
      footer={
        <>
          <DialogClose render={<Button>{common("cancel")}</Button>} />
          <Button variant={variant} loading={busy} onClick={() => void send()}>
            {t(kind)}
          </Button>
        </>
      }
    >
      {error !== null && (
        <Notice tone="refused" role="alert">
          {error}
        </Notice>
      )}
      <WordsField
        id={id}
        label={t("reason")}
        hint={t("reasonHint")}
        value={reason}
        onChange={setReason}
        error={wrong}
        most={500}
      />
    </Dialog>
  );
}
