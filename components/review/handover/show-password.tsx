"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Code } from "@/components/ui/code";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/define-action";
import { refusalText } from "@/lib/messages/refusal-text";

type Props = {
  sequence: number;
  action: (input: { sequence: number }) => Promise<ActionResult<{ password: string }>>;
};

/** The filing password, shown when it is asked for; it lives in this view alone and goes with it. */
export function ShowPassword({ sequence, action }: Props) {
  const t = useTranslations("handover.password");
  const errors = useTranslations("errors");
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [password, setPassword] = useState<string | null>(null);
  const show = async () => {
    setBusy(true);
    const answer = await action({ sequence }).catch(() => null);
    setBusy(false);
    if (answer?.ok) return setPassword(answer.value.password);
    toast(answer === null ? errors("busy.text") : refusalText(errors, answer.error), "refused");
  };
  return (
    <Notice
      tone="you"
      title={t("title")}
      actions={
        password === null ? (
          <Button loading={busy} onClick={() => void show()}>
            {t("show")}
          </Button>
        ) : (
          <Button onClick={() => setPassword(null)}>{t("hide")}</Button>
        )
      }
    >
      {password === null ? (
        t("text")
      ) : (
        <span role="status">
          <Code>{password}</Code>
        </span>
      )}
    </Notice>
  );
}
