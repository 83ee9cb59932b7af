"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { Form } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { TextInput } from "@/components/form/text-input";
import { useFormAction } from "@/components/form/use-form-action";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { ShownOnce } from "@/components/ui/shown-once";
import { type NewConsumer as ConsumerForm, newConsumerSchema } from "@/lib/filing/serving/consumer-form";
import { refusalText } from "@/lib/messages/refusal-text";
import type { Action } from "../../filing/actions";

/** Names a machine and shows its token, this once: afterwards nobody can, not even we. */
export function NewConsumer({ create }: { create: Action<{ token: string }> }) {
  const t = useTranslations("serving");
  const errors = useTranslations("errors");
  const [token, setToken] = useState<string | null>(null);
  const form = useForm<ConsumerForm>({ defaultValues: { name: "" } });
  const { refused, send } = useFormAction(form, newConsumerSchema, create, (made) => {
    setToken(made.token);
    form.reset();
  });
  const submit = form.handleSubmit((values) => {
    setToken(null);
    return send(values);
  });

  return (
    <FormProvider {...form}>
      <Form onSubmit={submit} className="flex flex-col gap-4" aria-label={t("new")}>
        <FormField name="name" label={t("name")} hint={t("nameHint")}>
          <TextInput width="medium" {...form.register("name")} />
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
