"use client";

import { useTranslations } from "next-intl";
import { FormProvider, useForm } from "react-hook-form";
import type { Action } from "@/components/filing/actions";
import { FieldScope } from "@/components/form/field-context";
import { Form } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { TextArea, TextInput } from "@/components/form/text-input";
import { useFormAction } from "@/components/form/use-form-action";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { extendInspectionSchema, judgeInspectionSchema } from "@/lib/filing/inspection/form";
import type { Refusal } from "@/lib/filing/shared/refusal";
import { refusalText } from "@/lib/messages/refusal-text";

type Props = { inspectionId: string; version: number; act: Action<unknown> };

function Refused({ refused }: { refused: Refusal | null }) {
  const errors = useTranslations("errors");
  return (
    refused && (
      <Notice tone="refused" role="alert">
        {refusalText(errors, refused)}
      </Notice>
    )
  );
}

const JUDGED = {
  notFixed: { label: "notFixedReason", done: "sentBack", variant: "danger" },
  close: { label: "closeReason", done: "closed", variant: "primary" },
} as const;

/** What staff saw, in words its owner reads: it is right now, or not yet. */
export function JudgeForm({ kind, inspectionId, version, act }: Props & { kind: keyof typeof JUDGED }) {
  const t = useTranslations("inspection.desk");
  const toast = useToast();
  const form = useForm({ defaultValues: { reason: "" } });
  const { label, done, variant } = JUDGED[kind];
  const { refused, send } = useFormAction(form, judgeInspectionSchema, act, () => {
    form.reset();
    toast(t(done), "done");
  });
  return (
    <FieldScope value={kind}>
      <FormProvider {...form}>
        <Form
          onSubmit={form.handleSubmit((values) => send({ inspectionId, version, ...values }))}
          className="flex flex-col gap-3"
          aria-label={t(kind)}
        >
          <Refused refused={refused} />
          <FormField name="reason" label={t(label)} hint={t("extendHint")} stacked>
            <TextArea rows={2} {...form.register("reason")} />
          </FormField>
          <div>
            <Button type="submit" variant={variant} loading={form.formState.isSubmitting}>
              {t(kind)}
            </Button>
          </div>
        </Form>
      </FormProvider>
    </FieldScope>
  );
}

/** More time, with the reason. */
export function ExtendForm({ inspectionId, version, act, from }: Props & { from: string }) {
  const t = useTranslations("inspection.desk");
  const toast = useToast();
  const form = useForm({ defaultValues: { until: "", reason: "" } });
  const { refused, send } = useFormAction(form, extendInspectionSchema, act, () => {
    form.reset();
    toast(t("extended"), "done");
  });
  return (
    <FieldScope value="extend">
      <FormProvider {...form}>
        <Form
          onSubmit={form.handleSubmit((values) => send({ inspectionId, version, ...values }))}
          className="flex flex-col gap-3"
          aria-label={t("extend")}
        >
          <Refused refused={refused} />
          <FormField name="until" label={t("until")} stacked>
            <TextInput type="date" min={from} width="short" {...form.register("until")} />
          </FormField>
          <FormField name="reason" label={t("reason")} hint={t("extendHint")} stacked>
            <TextArea rows={2} {...form.register("reason")} />
          </FormField>
          <div>
            <Button type="submit" loading={form.formState.isSubmitting}>
              {t("extend")}
            </Button>
          </div>
        </Form>
      </FormProvider>
    </FieldScope>
  );
}
