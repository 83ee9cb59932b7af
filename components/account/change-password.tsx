"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { Action } from "@/components/filing/actions";
import { FormField } from "@/components/form/form-field";
import { useToast } from "@/components/ui/toast";
import { changePasswordSchema, PASSWORD_MIN } from "@/lib/auth/account-forms";
import { FormShell } from "./form-shell";
import { PasswordInput } from "./password-input";
import { useAccountForm } from "./use-account-form";

/** The password that holds, and the new one; `next` is the page that follows. */
export function ChangePassword({ action, next }: { action: Action; next: string }) {
  const t = useTranslations("account.forms.password");
  const auth = useTranslations("auth");
  const router = useRouter();
  const toast = useToast();
  const state = useAccountForm({
    schema: changePasswordSchema,
    defaults: { current: "", password: "" },
    action,
    done: (_, form) => {
      toast(t("done"), "done");
      form.reset();
      router.push(next);
      router.refresh();
    },
  });
  return (
    <FormShell state={state} label={t("submit")}>
      <FormField name="current" label={t("current")} stacked>
        <PasswordInput autoComplete="current-password" {...state.form.register("current")} />
      </FormField>
      <FormField
        name="password"
        label={auth("newPassword")}
        hint={auth("passwordHint", { min: PASSWORD_MIN })}
        stacked
      >
        <PasswordInput autoComplete="new-password" {...state.form.register("password")} />
      </FormField>
    </FormShell>
  );
}
