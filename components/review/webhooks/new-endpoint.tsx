"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { CheckboxGroup } from "@/components/form/choices";
import { Form } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { TextInput } from "@/components/form/text-input";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Refusal } from "@/lib/filing/shared/refusal";
import { fieldRefusalText, refusalText } from "@/lib/messages/refusal-text";
import type { WebhookEvent } from "@/lib/webhooks/events";
import type { Action } from "../../filing/actions";
import { ShownSecret } from "./shown-secret";

type EndpointForm = { url: string; description: string; events: string[] };
type Props = { events: readonly WebhookEvent[]; create: Action<{ secret: string }> };
const FIELDS = ["url", "description", "events"] as const;

/** Names a receiver and shows the secret it verifies with. */
export function NewEndpoint({ events, create }: Props) {
  const t = useTranslations("webhooks");
  const errors = useTranslations("errors");
  const router = useRouter();
  const [secret, setSecret] = useState<string | null>(null);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const form = useForm<EndpointForm>({ defaultValues: { url: "", description: "", events: [...events] } });

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
    setSecret(null);
    setRefused(null);
    const answer = await create(values);
    if (!answer.ok) return show(answer.error);
    setSecret(answer.value.secret);
    form.reset();
    router.refresh();
  });

  return (
    <FormProvider {...form}>
      <Form onSubmit={submit} className="flex flex-col gap-4" aria-label={t("new")}>
        <FormField name="url" label={t("url")} hint={t("urlHint")}>
          <TextInput mono inputMode="url" {...form.register("url")} />
        </FormField>
        <FormField name="description" label={t("description")} hint={t("descriptionHint")} optional>
          <TextInput width="medium" {...form.register("description")} />
        </FormField>
        <FormField name="events" label={t("events")} group>
          <CheckboxGroup
            options={events.map((value) => ({ value, label: t(`event.${value}`) }))}
            {...form.register("events")}
          />
        </FormField>
        <div>
          <Button type="submit" variant="primary" loading={form.formState.isSubmitting}>
            {t("create")}
          </Button>
        </div>
      </Form>
      <div aria-live="polite" className="mt-4">
        {secret !== null && <ShownSecret secret={secret} />}
      </div>
      {refused && (
        <Notice tone="refused" role="alert">
          {refusalText(errors, refused)}
        </Notice>
      )}
    </FormProvider>
  );
}
