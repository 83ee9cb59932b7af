"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FormProvider, useForm } from "react-hook-form";
import type { z } from "zod";
import { CheckboxGroup } from "@/components/form/choices";
import { Form } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { TextInput } from "@/components/form/text-input";
import { useFormAction } from "@/components/form/use-form-action";
import { Notice } from "@/components/ui/notice";
import { refusalText } from "@/lib/messages/refusal-text";
import type { WebhookEvent } from "@/lib/webhooks/events";
import type { Action } from "../../filing/actions";

export type EndpointValues = { url: string; description: string; events: string[] };
type Props<V> = {
  label: string;
  initial: EndpointValues;
  events: readonly WebhookEvent[];
  /** The schema of the action; what it needs beside the fields is in `known`. */
  schema: z.ZodType;
  known?: object;
  save: Action<V>;
  saved: (value: V) => void;
  children?: (saving: boolean) => ReactNode;
};

/** Where a receiver is, what it is called and what it hears of. */
export function EndpointForm<V>(props: Props<V>) {
  const { label, initial, events, schema, known, save, saved, children } = props;
  const t = useTranslations("webhooks");
  const errors = useTranslations("errors");
  const form = useForm<EndpointValues>({ defaultValues: initial });

  const { refused, send } = useFormAction(form, schema, save, (value) => {
    saved(value);
    form.reset();
  });
  const submit = form.handleSubmit((values) => send({ ...known, ...values }));

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
