"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FormProvider } from "react-hook-form";
import type { Action } from "@/components/filing/actions";
import { Form } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { TextInput } from "@/components/form/text-input";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { proveAddressSchema } from "@/lib/auth/identity-forms";
import { FormShell } from "./form-shell";
import { LinkSent } from "./link-sent";
import { useAccountForm } from "./use-account-form";

type Props = {
  action: Action;
  sandbox: boolean;
  /** What the issuer says, without having proven it. */
  suggested?: string;
  /** The address there is to prove, and no other. */
  fixed?: string;
};

/** A link to an address, which proves it in this browser. */
export function ProveAddress({ action, sandbox, suggested = "", fixed }: Props) {
  const t = useTranslations("auth");
  const locale = useLocale();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const state = useAccountForm({
    schema: proveAddressSchema,
    defaults: { email: fixed ?? suggested },
    input: ({ email }: { email: string }) => ({ email, locale }),
    action,
    done: (_value, form) => setSentTo(form.getValues("email").trim()),
  });
  if (sentTo !== null)
    return (
      <LinkSent
        text={t("identity.finish.sent", { email: sentTo })}
        sandbox={sandbox}
        again={() => setSentTo(null)}
      />
    );
  if (fixed !== undefined)
    return (
      <FormProvider {...state.form}>
        <Form onSubmit={state.submit} className="flex flex-col">
          <Button type="submit" variant="quiet" loading={state.busy} className="whitespace-normal">
            <span className="break-all">{t("identity.finish.sendInstead", { email: fixed })}</span>
          </Button>
          {state.refused !== null && (
            <Notice tone="refused" role="alert">
              {state.refused}
            </Notice>
          )}
        </Form>
      </FormProvider>
    );
  return (
    <FormShell state={state} label={t("identity.finish.send")} wide>
      <FormField name="email" label={t("email")} hint={t("identity.finish.hint")} stacked>
        <TextInput type="email" inputMode="email" autoComplete="email" {...state.form.register("email")} />
      </FormField>
    </FormShell>
  );
}
