"use client";

import { useTranslations } from "next-intl";
import type { Action } from "@/components/filing/actions";
import { Checkbox } from "@/components/form/choices";
import { FormField } from "@/components/form/form-field";
import { closeAccountSchema } from "@/lib/auth/account-forms";
import { FormShell } from "./form-shell";
import { PasswordInput } from "./password-input";
import { useAccountForm } from "./use-account-form";

/** The last step of an account: understood, and with the password. */
export function CloseForm({ action }: { action: Action<{ signedOut: boolean }> }) {
  const t = useTranslations("account.forms");
  const state = useAccountForm({
    schema: closeAccountSchema,
    defaults: { password: "", understood: false },
    action,
    done: ({ signedOut }) => location.assign(signedOut ? "/" : "/console"),
  });
  return (
    <FormShell state={state} label={t("close.submit")} danger>
      <FormField name="password" label={t("yourPassword")} hint={t("whyPassword")} stacked>
        <PasswordInput autoComplete="current-password" {...state.form.register("password")} />
      </FormField>
      <FormField name="understood" label={t("close.label")} group stacked>
        <Checkbox label={t("close.understood")} {...state.form.register("understood")} />
      </FormField>
    </FormShell>
  );
}
