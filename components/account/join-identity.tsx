"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Action } from "@/components/filing/actions";
import { FormField } from "@/components/form/form-field";
import { joinIdentitySchema } from "@/lib/auth/identity-forms";
import { FormShell } from "./form-shell";
import { PasswordInput } from "./password-input";
import { useAccountForm } from "./use-account-form";

type Props = { proof: string | null; email: string; action: Action<{ next: string }> };

/** Somebody known under that address: his password once, unless a link has proven that he reads the mailbox. */
export function JoinIdentity({ proof, email, action }: Props) {
  const t = useTranslations("auth");
  const [done, setDone] = useState(false);
  const state = useAccountForm({
    schema: joinIdentitySchema,
    defaults: { password: "" },
    input: ({ password }: { password: string }) => ({ proof, password }),
    action,
    done: ({ next }) => {
      setDone(true);
      location.assign(next);
    },
  });
  return (
    <FormShell state={{ ...state, busy: state.busy || done }} label={t("identity.finish.joinSubmit")} wide>
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      {proof === null && (
        <FormField name="password" label={t("password")} stacked>
          <PasswordInput autoComplete="current-password" {...state.form.register("password")} />
        </FormField>
      )}
    </FormShell>
  );
}
