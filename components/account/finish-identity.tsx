"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import type { Action } from "@/components/filing/actions";
import { Checkbox } from "@/components/form/choices";
import { FormField } from "@/components/form/form-field";
import { finishIdentitySchema } from "@/lib/auth/identity-forms";
import { Agreed, agreedIn, NOTHING_AGREED, type Ticked } from "./agreed";
import { FormShell } from "./form-shell";
import { useAccountForm } from "./use-account-form";

type Props = {
  provider: string;
  proof: string | null;
  realName: { readonly name: string; readonly idNo: string } | null;
  action: Action<{ next: string }>;
};
type Values = Ticked & { realName: boolean };

/** Somebody new who needs no password: what everybody agrees to, and whether his real name is taken over. */
export function FinishIdentity({ provider, proof, realName, action }: Props) {
  const t = useTranslations("auth.identity.finish");
  const locale = useLocale();
  const [done, setDone] = useState(false);
  const state = useAccountForm({
    schema: finishIdentitySchema,
    defaults: { ...NOTHING_AGREED, realName: false },
    input: ({ realName: taken, ...ticked }: Values) => ({
      proof,
      realName: taken,
      locale,
      ...agreedIn(ticked),
    }),
    action,
    done: ({ next }) => {
      setDone(true);
      // Loaded anew, so that nothing rendered for somebody else stays.
      location.assign(next);
    },
  });
  return (
    <FormShell state={{ ...state, busy: state.busy || done }} label={t("submit")} wide>
      {realName !== null && (
        <FormField name="realName" label={t("realName")} hint={t("realNameText", realName)} group stacked>
          <Checkbox {...state.form.register("realName")} label={t("agree", { provider })} />
        </FormField>
      )}
      <Agreed />
    </FormShell>
  );
}
