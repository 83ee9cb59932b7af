"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Action } from "@/components/filing/actions";
import { FormField } from "@/components/form/form-field";
import { TextInput } from "@/components/form/text-input";
import { secondStepSchema } from "@/lib/auth/credentials";
import { FormShell } from "./form-shell";
import { RecoveryCodes } from "./recovery-codes";
import { useAccountForm } from "./use-account-form";

/** The first code of the app makes the factor count, and brings the recovery codes. */
export function ConfirmFactor({ action }: { action: Action<{ codes: readonly string[] }> }) {
  const t = useTranslations("auth.factor");
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const state = useAccountForm({
    schema: secondStepSchema,
    defaults: { code: "" },
    action,
    done: ({ codes: made }) => setCodes(made),
  });
  // The sign-in page sends whoever is signed in to where his work is.
  if (codes !== null) return <RecoveryCodes codes={codes} next="/sign-in" />;
  return (
    <FormShell state={state} label={t("confirm")}>
      <FormField name="code" label={t("code")} hint={t("codeHint")} stacked>
        <TextInput
          mono
          width="short"
          inputMode="numeric"
          autoComplete="one-time-code"
          {...state.form.register("code")}
        />
      </FormField>
    </FormShell>
  );
}
