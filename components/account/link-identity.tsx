"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Action } from "@/components/filing/actions";
import { Checkbox } from "@/components/form/choices";
import { FormField } from "@/components/form/form-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { linkIdentitySchema } from "@/lib/auth/identity-forms";
import { FormShell } from "./form-shell";
import { leaveFor } from "./leave-for";
import { PasswordInput } from "./password-input";
import { useAccountForm } from "./use-account-form";

type Props = {
  provider: string;
  endpoint: string;
  /** Whether the issuer may tell the real name. */
  withRealName: boolean;
  /** Where to come back to. */
  back: string;
  action: Action;
};

/** A further way in: the password first, then the sign-in elsewhere. */
export function LinkIdentity(props: Props) {
  const t = useTranslations("account.identities");
  const [open, setOpen] = useState(false);
  const { provider } = props;
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("link", { provider })}
      description={t("linkText", { provider })}
      trigger={<Button>{t("link", { provider })}</Button>}
    >
      <LinkForm {...props} />
    </Dialog>
  );
}

function LinkForm({ provider, endpoint, withRealName, back, action }: Props) {
  const t = useTranslations("account");
  const ill = useTranslations("auth.identity.unavailable");
  const [left, setLeft] = useState<"no" | "going" | "unreachable">("no");
  const leave = async () => {
    setLeft("going");
    if (!(await leaveFor(endpoint, back))) setLeft("unreachable");
  };
  const state = useAccountForm({
    schema: linkIdentitySchema,
    defaults: { password: "", realName: false },
    action,
    done: () => void leave(),
  });
  return (
    <FormShell
      state={{ ...state, busy: state.busy || left === "going" }}
      label={t("identities.go", { provider })}
    >
      {left === "unreachable" && (
        <Notice tone="refused" role="alert">
          {ill("title", { provider })}
        </Notice>
      )}
      <FormField name="password" label={t("forms.yourPassword")} stacked>
        <PasswordInput autoComplete="current-password" {...state.form.register("password")} />
      </FormField>
      {withRealName && (
        <FormField name="realName" label={t("identities.realName")} group stacked hideLabel>
          <Checkbox {...state.form.register("realName")} label={t("identities.agree", { provider })} />
        </FormField>
      )}
    </FormShell>
  );
}
