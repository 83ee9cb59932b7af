"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { Action } from "@/components/filing/actions";
import { FormField } from "@/components/form/form-field";
import { useToast } from "@/components/ui/toast";
import { beginFactorSchema } from "@/lib/auth/account-forms";
import { FormShell } from "./form-shell";
import { PasswordInput } from "./password-input";
import { useAccountForm } from "./use-account-form";

type Props = { hasPassword: boolean; action: Action };

/** The password before a second step is set up, where its owner has one. */
export function BeginFactor({ hasPassword, action }: Props) {
  const t = useTranslations("auth.factor");
  const router = useRouter();
  const toast = useToast();
  const state = useAccountForm({
    schema: beginFactorSchema,
    defaults: { password: "" },
    action,
    done: (_made, form) => {
      form.reset();
      toast(t("begun"), "done");
      router.refresh();
    },
  });
  return (
    <FormShell state={state} label={t("begin")}>
      {hasPassword && (
        <FormField name="password" label={t("password")} hint={t("passwordHint")} stacked>
          <PasswordInput autoComplete="current-password" {...state.form.register("password")} />
        </FormField>
      )}
    </FormShell>
  );
}
