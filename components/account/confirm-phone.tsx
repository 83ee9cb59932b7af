"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { Action } from "@/components/filing/actions";
import { FormField } from "@/components/form/form-field";
import { TextInput } from "@/components/form/text-input";
import { useToast } from "@/components/ui/toast";
import { confirmPhoneSchema } from "@/lib/auth/account-forms";
import { FormShell } from "./form-shell";
import { useAccountForm } from "./use-account-form";

type Props = { end: "old" | "new"; phone: string; action: Action<{ state: "done" | "waits" }> };

/** The code that one of the two numbers got. */
export function ConfirmPhone({ end, phone, action }: Props) {
  const t = useTranslations("account.forms.phone");
  const router = useRouter();
  const toast = useToast();
  const state = useAccountForm({
    schema: confirmPhoneSchema,
    defaults: { code: "" },
    input: ({ code }: { code: string }) => ({ end, code }),
    action,
    done: ({ state: reached }) => {
      toast(t(reached), "done");
      router.refresh();
    },
  });
  return (
    <FormShell state={state} label={t("confirm")}>
      <FormField name="code" label={t(`code.${end}`, { phone })} stacked>
        <TextInput
          width="short"
          mono
          maxLength={12}
          inputMode="numeric"
          autoComplete="one-time-code"
          {...state.form.register("code")}
        />
      </FormField>
    </FormShell>
  );
}
