"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { Action } from "@/components/filing/actions";
import { FormField } from "@/components/form/form-field";
import { TextInput } from "@/components/form/text-input";
import { useToast } from "@/components/ui/toast";
import { inviteSchema } from "@/lib/auth/account-forms";
import { FormShell } from "./form-shell";
import { useAccountForm } from "./use-account-form";

/** Asks somebody by mail to work for the account. */
export function InviteForm({ action }: { action: Action }) {
  const t = useTranslations("account.forms.invite");
  const router = useRouter();
  const toast = useToast();
  const state = useAccountForm({
    schema: inviteSchema,
    defaults: { email: "" },
    action,
    done: (_value, form) => {
      toast(t("done"), "done");
      form.reset();
      router.refresh();
    },
  });
  return (
    <FormShell state={state} label={t("submit")}>
      <FormField name="email" label={t("email")} hint={t("hint")} stacked>
        <TextInput type="email" inputMode="email" {...state.form.register("email")} />
      </FormField>
    </FormShell>
  );
}
