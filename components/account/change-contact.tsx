"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { Action } from "@/components/filing/actions";
import { FormField } from "@/components/form/form-field";
import { TextInput } from "@/components/form/text-input";
import { changeEmailSchema, changePhoneSchema } from "@/lib/auth/account-forms";
import { FormShell } from "./form-shell";
import { PasswordInput } from "./password-input";
import { useAccountForm } from "./use-account-form";

/** A new e-mail address: both mailboxes get a link. */
export function ChangeEmail({ action }: { action: Action }) {
  const t = useTranslations("account.forms");
  const router = useRouter();
  const state = useAccountForm({
    schema: changeEmailSchema,
    defaults: { email: "", password: "" },
    action,
    done: () => router.refresh(),
  });
  return (
    <FormShell state={state} label={t("email.submit")}>
      <FormField name="email" label={t("email.new")} stacked>
        <TextInput type="email" inputMode="email" autoComplete="email" {...state.form.register("email")} />
      </FormField>
      <FormField name="password" label={t("yourPassword")} hint={t("whyPassword")} stacked>
        <PasswordInput autoComplete="current-password" {...state.form.register("password")} />
      </FormField>
    </FormShell>
  );
}

/** A new security phone: both numbers get a code. */
export function ChangePhone({ action }: { action: Action }) {
  const t = useTranslations("account.forms");
  const router = useRouter();
  const state = useAccountForm({
    schema: changePhoneSchema,
    defaults: { phone: "", password: "" },
    action,
    done: () => router.refresh(),
  });
  return (
    <FormShell state={state} label={t("phone.submit")}>
      <FormField name="phone" label={t("phone.new")} hint={t("phone.newHint")} stacked>
        <TextInput
          type="tel"
          inputMode="tel"
          autoComplete="tel-national"
          width="medium"
          mono
          {...state.form.register("phone")}
        />
      </FormField>
      <FormField name="password" label={t("yourPassword")} hint={t("whyPassword")} stacked>
        <PasswordInput autoComplete="current-password" {...state.form.register("password")} />
      </FormField>
    </FormShell>
  );
}
