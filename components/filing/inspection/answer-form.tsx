"use client";

import { useTranslations } from "next-intl";
import { FormProvider, useForm } from "react-hook-form";
import { Form } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { TextArea } from "@/components/form/text-input";
import { useFormAction } from "@/components/form/use-form-action";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { answerInspectionSchema } from "@/lib/filing/inspection/form";
import { refusalText } from "@/lib/messages/refusal-text";
import type { Action } from "../actions";

type Props = { inspectionId: string; version: number; act: Action<unknown> };

/** Its owner says what he did. */
export function AnswerForm({ inspectionId, version, act }: Props) {
  const [t, errors] = [useTranslations("inspection.own"), useTranslations("errors")];
  const toast = useToast();
  const form = useForm({ defaultValues: { answer: "" } });
  const { refused, send } = useFormAction(form, answerInspectionSchema, act, () => toast(t("sent"), "done"));
  return (
    <FormProvider {...form}>
      <Form
        onSubmit={form.handleSubmit((values) => send({ inspectionId, version, ...values }))}
        className="flex flex-col gap-4"
        aria-label={t("answerTitle")}
      >
        {refused && (
          <Notice tone="refused" role="alert">
            {refusalText(errors, refused)}
          </Notice>
        )}
        <FormField name="answer" label={t("answer")} hint={t("answerHint")} stacked>
          <TextArea rows={3} {...form.register("answer")} />
        </FormField>
        <div>
          <Button type="submit" variant="primary" loading={form.formState.isSubmitting}>
            {t("send")}
          </Button>
        </div>
      </Form>
    </FormProvider>
  );
}
