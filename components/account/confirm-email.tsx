"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import type { Action } from "@/components/filing/actions";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useAccountWords } from "./account-words";

type State = "done" | "waits-for-old" | "waits-for-new";

/** One end of a change of address agrees: by a click, for programs open links in mails, too. */
export function ConfirmEmail({ token, action }: { token: string; action: Action<{ state: State }> }) {
  const t = useTranslations("auth.confirmEmail");
  const words = useAccountWords();
  const [state, setState] = useState<State | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const confirm = () =>
    start(async () => {
      setRefused(null);
      const answer = await action({ token });
      if (answer.ok) setState(answer.value.state);
      else setRefused(words.refusal(answer.error));
    });
  if (state !== null)
    return (
      <Notice
        role="status"
        tone={state === "done" ? "done" : "others"}
        title={t(`${state}.title`)}
        actions={<ButtonLink href="/console/account">{t("toAccount")}</ButtonLink>}
      >
        {t(`${state}.text`)}
      </Notice>
    );
  return (
    <div className="flex flex-col gap-5">
      {refused !== null && (
        <Notice tone="refused" role="alert">
          {refused}
        </Notice>
      )}
      <Button variant="primary" size="large" loading={busy} onClick={confirm}>
        {t("submit")}
      </Button>
    </div>
  );
}
