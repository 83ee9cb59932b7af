"use client";

import { useTranslations } from "next-intl";
import { FormProvider, useForm } from "react-hook-form";
import type { Action } from "@/components/filing/actions";
import { FieldScope } from "@/components/form/field-context";
import { Form } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { TextArea } from "@/components/form/text-input";
import { useFormAction } from "@/components/form/use-form-action";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { answerQuestionSchema } from "@/lib/filing/change/question-form";
import { refusalText } from "@/lib/messages/refusal-text";

type Props = { questionId: string; about: string; act: Action<unknown> };

/** The answer to one question; several stand on the page, so each says whose it is. */
export function AnswerQuestion({ questionId, about, act }: Props) {
  const t = useTranslations("change.desk");
  const errors = useTranslations("errors");
  const form = useForm({ defaultValues: { text: "" } });
  const { refused, send } = useFormAction(form, answerQuestionSchema, act, () => form.reset());
  return (
    <FieldScope value={`${questionId}-`}>
      <FormProvider {...form}>
        <Form
          aria-label={t("answerTo", { number: about })}
          onSubmit={form.handleSubmit(({ text }) => send({ questionId, text }))}
          className="mt-3 flex flex-col gap-3"
        >
          {refused && (
            <Notice tone="refused" role="alert">
              {refusalText(errors, refused)}
            </Notice>
          )}
          <FormField name="text" label={t("answer")} stacked>
            <TextArea rows={3} limit={1000} {...form.register("text")} />
          </FormField>
          <div>
            <Button type="submit" variant="primary" loading={form.formState.isSubmitting}>
              {t("send")}
            </Button>
          </div>
        </Form>
      </FormProvider>
    </FieldScope>
  );
}
