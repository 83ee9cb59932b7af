"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Action } from "@/components/filing/actions";
import { FormField } from "@/components/form/form-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { unlinkIdentitySchema } from "@/lib/auth/identity-forms";
import { FormShell } from "./form-shell";
import { PasswordInput } from "./password-input";
import { useAccountForm } from "./use-account-form";

type Props = { identityId: string; name: string; action: Action };

/** Takes a way in away; the password says that another one is left. */
export function UnlinkIdentity({ identityId, name, action }: Props) {
  const t = useTranslations("account.identities");
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("unlinkOf", { provider: name })}
      description={t("unlinkText")}
      trigger={
        <Button size="small" aria-label={t("unlinkOf", { provider: name })}>
          {t("unlink")}
        </Button>
      }
    >
      <UnlinkForm identityId={identityId} action={action} />
    </Dialog>
  );
}

function UnlinkForm({ identityId, action }: Pick<Props, "identityId" | "action">) {
  const t = useTranslations("account");
  const router = useRouter();
  const toast = useToast();
  const state = useAccountForm({
    schema: unlinkIdentitySchema,
    defaults: { password: "" },
    input: ({ password }: { password: string }) => ({ identityId, password }),
    action,
    done: () => {
      toast(t("identities.unlinked"), "done");
      router.refresh();
    },
  });
  return (
    <FormShell state={state} label={t("identities.unlink")} danger>
      <FormField name="password" label={t("forms.yourPassword")} stacked>
        <PasswordInput autoComplete="current-password" {...state.form.register("password")} />
      </FormField>
    </FormShell>
  );
}
