"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Action } from "@/components/filing/actions";
import { FormField } from "@/components/form/form-field";
import { TextInput } from "@/components/form/text-input";
import { PASSWORD_MIN, staffJoinSchema, staffNewcomerSchema } from "@/lib/auth/account-forms";
import { Agreed, agreedIn, NOTHING_AGREED, type Ticked } from "./agreed";
import { FormShell } from "./form-shell";
import { PasswordInput } from "./password-input";
import { useAccountForm } from "./use-account-form";

/** The sign-in page sends whoever is signed in to where his work is, or to what he has to do first. */
const HOME = "/sign-in";

type Props = { token: string; name: string; action: Action };

/** The name colleagues will see; the administrator's spelling is offered. */
function NameField({ register }: { register: (name: "name") => object }) {
  const t = useTranslations("auth.inviteStaff");
  return (
    <FormField name="name" label={t("name")} hint={t("nameHint")} stacked>
      <TextInput autoComplete="name" {...register("name")} />
    </FormField>
  );
}

/** Somebody new: name, password, consents. */
export function NewStaffForm({ token, email, name, action }: Props & { email: string }) {
  const t = useTranslations("auth");
  const [done, setDone] = useState(false);
  const state = useAccountForm({
    schema: staffNewcomerSchema,
    defaults: { name, password: "", ...NOTHING_AGREED },
    input: ({ name: called, password, ...ticked }: { name: string; password: string } & Ticked) => ({
      token,
      name: called,
      password,
      ...agreedIn(ticked),
    }),
    action,
    done: () => {
      setDone(true);
      location.assign(HOME);
    },
  });
  const { register } = state.form;
  return (
    <FormShell state={{ ...state, busy: state.busy || done }} label={t("inviteStaff.submit")} wide>
      <NameField register={register} />
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <FormField
        name="password"
        label={t("newPassword")}
        hint={t("passwordHint", { min: PASSWORD_MIN })}
        stacked
      >
        <PasswordInput autoComplete="new-password" {...register("password")} />
      </FormField>
      <Agreed />
    </FormShell>
  );
}

/** Somebody who is signed in under the invited address. */
export function JoinStaffForm({ token, name, action }: Props) {
  const t = useTranslations("auth.inviteStaff");
  const [done, setDone] = useState(false);
  const state = useAccountForm({
    schema: staffJoinSchema,
    defaults: { name },
    input: (values: { name: string }) => ({ ...values, token }),
    action,
    done: () => {
      setDone(true);
      location.assign(HOME);
    },
  });
  return (
    <FormShell state={{ ...state, busy: state.busy || done }} label={t("accept")} wide>
      <NameField register={state.form.register} />
    </FormShell>
  );
}
