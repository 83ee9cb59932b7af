"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Action } from "@/components/filing/actions";
import { FormField } from "@/components/form/form-field";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { newcomerSchema, newPasswordSchema, PASSWORD_MIN } from "@/lib/auth/account-forms";
import { Agreed, agreedIn, NOTHING_AGREED, type Ticked } from "./agreed";
import { FormShell } from "./form-shell";
import { PasswordInput } from "./password-input";
import { useAccountForm } from "./use-account-form";

type Props = {
  purpose: "confirm" | "reset" | "invite";
  token: string;
  email: string;
  action: Action;
  /** Where to go with the session the action opened; without one, the page says what to do. */
  next?: string;
};

/** A new password for who came by a link; newcomers agree to the terms with it. The address stands in it for password managers, and cannot be changed. */
export function PasswordForm({ purpose, token, email, action, next }: Props) {
  const t = useTranslations("auth");
  const [done, setDone] = useState(false);
  const newcomer = purpose !== "reset";
  const state = useAccountForm({
    schema: newcomer ? newcomerSchema : newPasswordSchema,
    defaults: { password: "", ...NOTHING_AGREED },
    input: ({ password, ...ticked }: { password: string } & Ticked) => ({
      token,
      password,
      ...(newcomer && agreedIn(ticked)),
    }),
    action,
    done: () => {
      setDone(true);
      // Loaded anew, so that nothing rendered for somebody else stays.
      if (next !== undefined) location.assign(next);
    },
  });
  if (done && next === undefined)
    return (
      <Notice
        role="status"
        tone="done"
        title={t("reset.done")}
        actions={
          <ButtonLink href="/sign-in" variant="primary">
            {t("signIn")}
          </ButtonLink>
        }
      >
        {t("reset.doneText")}
      </Notice>
    );
  return (
    <FormShell state={{ ...state, busy: state.busy || done }} label={t(`${purpose}.submit`)} wide>
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <FormField
        name="password"
        label={t("newPassword")}
        hint={t("passwordHint", { min: PASSWORD_MIN })}
        stacked
      >
        <PasswordInput autoComplete="new-password" {...state.form.register("password")} />
      </FormField>
      {newcomer && <Agreed />}
    </FormShell>
  );
}
