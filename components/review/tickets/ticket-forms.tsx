"use client";

import { useTranslations } from "next-intl";
import { FormProvider, useForm } from "react-hook-form";
import type { Action } from "@/components/filing/actions";
import { RadioGroup } from "@/components/form/choices";
import { Form } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { TextArea } from "@/components/form/text-input";
import { useFormAction } from "@/components/form/use-form-action";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { manualCallSchema, refuseManualSchema } from "@/lib/filing/manual/form";
import { MANUAL_CALLS } from "@/lib/filing/manual/states";
import { refusalText } from "@/lib/messages/refusal-text";

type Props = { requestId: string; version: number; act: Action<unknown> };

/** What a call came to, with what was verified. */
export function CallForm({ requestId, version, act }: Props) {
  const t = useTranslations("manual.tickets");
  const errors = useTranslations("errors");
  const form = useForm({ defaultValues: { outcome: "NO_ANSWER", note: "" } });
  const { refused, send } = useFormAction(form, manualCallSchema, act, () => form.reset());
  return (
    <FormProvider {...form}>
      <Form
        onSubmit={form.handleSubmit((values) => send({ requestId, version, ...values }))}
        className="flex flex-col gap-4"
        aria-label={t("call")}
      >
        {refused && (
          <Notice tone="refused" role="alert">
            {refusalText(errors, refused)}
          </Notice>
        )}
        <FormField name="outcome" label={t("outcome")} group stacked>
          <RadioGroup
            {...form.register("outcome")}
            look="plain"
            defaultValue="NO_ANSWER"
            options={MANUAL_CALLS.map((value) => ({ value, label: t(`outcomeOf.${value}`) }))}
          />
        </FormField>
        <FormField name="note" label={t("note")} stacked>
          <TextArea rows={2} {...form.register("note")} />
        </FormField>
        <div>
          <Button type="submit" variant="primary" loading={form.formState.isSubmitting}>
            {t("save")}
          </Button>
        </div>
      </Form>
    </FormProvider>
  );
}

/** Ends a request that is not proven. */
export function RefuseForm({ requestId, version, act }: Props) {
  const t = useTranslations("manual.tickets");
  const errors = useTranslations("errors");
  const form = useForm({ defaultValues: { reason: "" } });
  const { refused, send } = useFormAction(form, refuseManualSchema, act, () => form.reset());
  return (
    <FormProvider {...form}>
      <Form
        onSubmit={form.handleSubmit((values) => send({ requestId, version, ...values }))}
        className="flex flex-col gap-4"
        aria-label={t("refuse")}
      >
        {refused && (
          <Notice tone="refused" role="alert">
            {refusalText(errors, refused)}
          </Notice>
        )}
        <FormField name="reason" label={t("reason")} stacked>
          <TextArea rows={2} {...form.register("reason")} />
        </FormField>
        <div>
          <Button type="submit" variant="danger" loading={form.formState.isSubmitting}>
            {t("refuse")}
          </Button>
        </div>
      </Form>
    </FormProvider>
  );
}
