"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Action } from "@/components/filing/actions";
import { FormField } from "@/components/form/form-field";
import { TextInput } from "@/components/form/text-input";
import { useToast } from "@/components/ui/toast";
import { factorProofSchema } from "@/lib/auth/account-forms";
import { FormShell } from "./form-shell";
import { PasswordInput } from "./password-input";
import { RecoveryCodes } from "./recovery-codes";
import { useAccountForm } from "./use-account-form";

type Props = {
  purpose: "renew" | "remove";
  hasPassword: boolean;
  action: Action<{ codes: readonly string[] } | null>;
};

/** Password and a code before the factor or its recovery codes are changed. */
export function FactorProofForm({ purpose, hasPassword, action }: Props) {
  const t = useTranslations("auth.factor");
  const router = useRouter();
  const toast = useToast();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const state = useAccountForm({
    schema: factorProofSchema,
    defaults: { password: "", code: "" },
    action,
    done: (made, form) => {
      form.reset();
      if (made !== null) return setCodes(made.codes);
      toast(t("removed"), "done");
      router.refresh();
    },
  });
  if (codes !== null) return <RecoveryCodes codes={codes} next="/review/account/second-factor" />;
  return (
    <FormShell state={state} label={t(`${purpose}.submit`)} danger={purpose === "remove"}>
      {hasPassword && (
        <FormField name="password" label={t("password")} stacked>
          <PasswordInput autoComplete="current-password" {...state.form.register("password")} />
        </FormField>
      )}
      <FormField name="code" label={t("code")} hint={t("anyCode")} stacked>
        <TextInput mono width="medium" autoComplete="one-time-code" {...state.form.register("code")} />
      </FormField>
    </FormShell>
  );
}
