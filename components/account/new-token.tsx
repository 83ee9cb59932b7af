"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { Form } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { Select } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";
import { useFormAction } from "@/components/form/use-form-action";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { ShownOnce } from "@/components/ui/shown-once";
import { newTokenSchema, TOKEN_DAYS } from "@/lib/auth/token-form";
import { refusalText } from "@/lib/messages/refusal-text";
import type { Action } from "../filing/actions";

type TokenForm = { name: string; days: string };

/** Makes a key and shows it, this once: afterwards nobody can, not even we. */
export function NewToken({ create }: { create: Action<{ token: string }> }) {
  const t = useTranslations("console.tokens");
  const errors = useTranslations("errors");
  const [token, setToken] = useState<string | null>(null);
  const form = useForm<TokenForm>({ defaultValues: { name: "", days: String(TOKEN_DAYS[1]) } });
  const { refused, send } = useFormAction(form, newTokenSchema, create, (made) => {
    setToken(made.token);
    form.reset();
  });
  const submit = form.handleSubmit(({ name, days }) => {
    setToken(null);
    return send({ name, days: Number(days) });
  });

  return (
    <FormProvider {...form}>
      <Form onSubmit={submit} className="flex flex-col gap-4">
        <FormField name="name" label={t("name")} hint={t("nameHint")}>
          <TextInput width="medium" {...form.register("name")} />
        </FormField>
        <FormField name="days" label={t("valid")}>
          <Select
            placeholder={null}
            options={TOKEN_DAYS.map((days) => ({ value: String(days), label: t("days", { days }) }))}
            {...form.register("days")}
          />
        </FormField>
        <div>
          <Button type="submit" variant="primary" loading={form.formState.isSubmitting}>
            {t("create")}
          </Button>
        </div>
      </Form>
      <div aria-live="polite" className="mt-4">
        {token !== null && <ShownOnce title={t("made")} text={t("once")} secret={token} />}
      </div>
      {refused && (
        <Notice tone="refused" role="alert">
          {refusalText(errors, refused)}
        </Notice>
      )}
    </FormProvider>
  );
}
