"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import type { Action } from "@/components/filing/actions";
import { FormField } from "@/components/form/form-field";
import { TextInput } from "@/components/form/text-input";
import { forgotSchema, registerSchema } from "@/lib/auth/account-forms";
import { FormShell } from "./form-shell";
import { LinkSent } from "./link-sent";
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
    return (
      <LinkSent
        text={t(`${purpose}.sent`, { email: sentTo })}
        sandbox={sandbox}
        again={() => setSentTo(null)}
      />
    );
  return (
    <FormShell state={state} label={t(`${purpose}.submit`)} wide>
      <FormField name="email" label={t("email")} hint={t(`${purpose}.hint`)} stacked>
        <TextInput type="email" inputMode="email" autoComplete="email" {...state.form.register("email")} />
      </FormField>
    </FormShell>
  );
}
