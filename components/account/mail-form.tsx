"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { Action } from "@/components/filing/actions";
import { FormField } from "@/components/form/form-field";
import { TextInput } from "@/components/form/text-input";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { forgotSchema, registerSchema } from "@/lib/auth/account-forms";
import { FormShell } from "./form-shell";
import { useAccountForm } from "./use-account-form";

type Props = { purpose: "register" | "forgot"; action: Action; sandbox: boolean };

/** Asks for an address and sends a link there. What it says afterwards is the same for every address. */
export function MailForm({ purpose, action, sandbox }: Props) {
  const t = useTranslations("auth");
  const locale = useLocale();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const state = useAccountForm({
    schema: purpose === "register" ? registerSchema : forgotSchema,
    defaults: { email: "" },
    input: ({ email }: { email: string }) => (purpose === "register" ? { email, locale } : { email }),
    action,
    done: (_value, form) => setSentTo(form.getValues("email").trim()),
  });
  if (sentTo !== null)
    return <Sent purpose={purpose} to={sentTo} sandbox={sandbox} again={() => setSentTo(null)} />;
  return (
    <FormShell state={state} label={t(`${purpose}.submit`)} wide>
      <FormField name="email" label={t("email")} hint={t(`${purpose}.hint`)} stacked>
        <TextInput type="email" inputMode="email" autoComplete="email" {...state.form.register("email")} />
      </FormField>
    </FormShell>
  );
}

type SentProps = { purpose: "register" | "forgot"; to: string; sandbox: boolean; again: () => void };

function Sent({ purpose, to, sandbox, again }: SentProps) {
  const t = useTranslations("auth");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className="flex flex-col gap-4 rounded-panel outline-offset-4">
      <Notice role="status" tone="others" title={t("sent.title")}>
        <p className="break-words">{t(`${purpose}.sent`, { email: to })}</p>
      </Notice>
      <p className="text-muted">{t("sent.nothing")}</p>
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={again}>{t("sent.again")}</Button>
        {sandbox && (
          <Link href="/sandbox/mailbox" className="link py-1">
            {t("sent.mailbox")}
          </Link>
        )}
      </div>
    </div>
  );
}
