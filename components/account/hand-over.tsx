"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Action } from "@/components/filing/actions";
import { FormField } from "@/components/form/form-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { handOverSchema } from "@/lib/auth/account-forms";
import { FormShell } from "./form-shell";
import { PasswordInput } from "./password-input";
import { useAccountForm } from "./use-account-form";

type Props = { userId: string; email: string; action: Action };

/** Makes a member the owner; asked for with the password, for it cannot be taken back alone. */
export function HandOver({ userId, email, action }: Props) {
  const t = useTranslations("account.forms");
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("handOver.title", { email })}
      description={t("handOver.text")}
      trigger={
        <Button size="small" aria-label={`${t("handOver.open")} ${email}`}>
          {t("handOver.open")}
        </Button>
      }
    >
      <HandOverForm userId={userId} email={email} action={action} />
    </Dialog>
  );
}

function HandOverForm({ userId, action }: Props) {
  const t = useTranslations("account.forms");
  const router = useRouter();
  const toast = useToast();
  const state = useAccountForm({
    schema: handOverSchema,
    defaults: { password: "" },
    input: ({ password }: { password: string }) => ({ userId, password }),
    action,
    done: () => {
      toast(t("handOver.done"), "done");
      router.refresh();
    },
  });
  return (
    <FormShell state={state} label={t("handOver.submit")} danger>
      <FormField name="password" label={t("yourPassword")} stacked>
        <PasswordInput autoComplete="current-password" {...state.form.register("password")} />
      </FormField>
    </FormShell>
  );
}
