"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Action } from "@/components/filing/actions";
import { FormField } from "@/components/form/form-field";
import { TextInput } from "@/components/form/text-input";
import { ButtonLink } from "@/components/ui/button";
import { secondStepSchema } from "@/lib/auth/credentials";
import { FormShell } from "./form-shell";
import { useAccountForm } from "./use-account-form";

type Props = { action: Action; next: string; back: string };

/** The code from the app, or a recovery code; a wrong one is said at the field. */
export function SecondStepForm({ action, next, back }: Props) {
  const t = useTranslations("auth.secondStep");
  const [done, setDone] = useState(false);
  const state = useAccountForm({
    schema: secondStepSchema,
    defaults: { code: "" },
    action,
    done: () => {
      setDone(true);
      // Loaded anew, so that nothing rendered for somebody else stays.
      location.assign(next);
    },
  });
  return (
    <FormShell
      state={{ ...state, busy: state.busy || done }}
      label={t("submit")}
      more={
        <ButtonLink href={back} variant="quiet" size="large">
          {t("other")}
        </ButtonLink>
      }
    >
      <FormField name="code" label={t("code")} hint={t("hint")} stacked>
        <TextInput
          mono
          width="medium"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          {...state.form.register("code")}
        />
      </FormField>
    </FormShell>
  );
}
