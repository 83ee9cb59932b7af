"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { CheckboxGroup } from "@/components/form/choices";
import { Form } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { TextInput } from "@/components/form/text-input";
import { Notice } from "@/components/ui/notice";
import type { Refusal } from "@/lib/filing/shared/refusal";
import { fieldRefusalText, refusalText } from "@/lib/messages/refusal-text";
import type { WebhookEvent } from "@/lib/webhooks/events";

export type EndpointValues = { url: string; description: string; events: string[] };
type Props = {
  label: string;
  initial: EndpointValues;
  events: readonly WebhookEvent[];
  /** Null when it was saved, else what was said against it. */
  save: (values: EndpointValues) => Promise<Refusal | null>;
  children?: (saving: boolean) => ReactNode;
};
const FIELDS = ["url", "description", "events"] as const;

/** Where a receiver is, what it is called and what it hears of. */
export function EndpointForm({ label, initial, events, save, children }: Props) {
  const t = useTranslations("webhooks");
  const errors = useTranslations("errors");
  const [refused, setRefused] = useState<Refusal | null>(null);
  const form = useForm<EndpointValues>({ defaultValues: initial });

  const show = (refusal: Refusal) => {
    const fields = refusal.fields ?? [];
    const known = FIELDS.filter((name) => fields.some(({ path }) => path === name));
    for (const [index, name] of known.entries()) {
      const field = fields.find(({ path }) => path === name);
      if (field)
        form.setError(name, { message: fieldRefusalText(errors, field) }, { shouldFocus: index === 0 });
    }
    if (known.length === 0) setRefused(refusal);
  };
  const submit = form.handleSubmit(async (values) => {
    setRefused(null);
    const refusal = await save(values);
    if (refusal === null) form.reset();
    else show(refusal);
  });

  return (
    <FormProvider {...form}>
      <Form onSubmit={submit} className="flex flex-col gap-4" aria-label={label}>
        <FormField name="url" label={t("url")} hint={t("urlHint")}>
          <TextInput mono inputMode="url" {...form.register("url")} />
        </FormField>
        <FormField name="description" label={t("description")} hint={t("descriptionHint")} optional>
          <TextInput width="medium" {...form.register("description")} />
        </FormField>
        <FormField name="events" label={t("events")} group>
          <CheckboxGroup
            look="columns"
            options={events.map((value) => ({ value, label: t(`event.${value}`) }))}
            {...form.register("events")}
          />
        </FormField>
        {children?.(form.formState.isSubmitting)}
      </Form>
      {refused && (
        <Notice tone="refused" role="alert">
          {refusalText(errors, refused)}
        </Notice>
      )}
    </FormProvider>
  );
}
