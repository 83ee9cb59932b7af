"use client";

import { useTranslations } from "next-intl";
import { FormProvider, useForm } from "react-hook-form";
import { Form } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { TextArea } from "@/components/form/text-input";
import { useFormAction } from "@/components/form/use-form-action";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ChangeAbout } from "@/lib/filing/change/consequences";
import { askQuestionSchema } from "@/lib/filing/change/question-form";
import { refusalText } from "@/lib/messages/refusal-text";
import type { Action } from "../actions";

type Props = { entityId: string; about: ChangeAbout; ask: Action<unknown> };

/** A short question to the reviewers, before anything is begun. */
export function AskQuestion({ entityId, about, ask }: Props) {
  const t = useTranslations("change.before.ask");
  const errors = useTranslations("errors");
  const form = useForm({ defaultValues: { text: "" } });
  const { refused, send } = useFormAction(form, askQuestionSchema, ask, () => form.reset());
  return (
    <FormProvider {...form}>
      <Form
        aria-label={t("title")}
        onSubmit={form.handleSubmit(({ text }) => send({ entityId, about, text }))}
        className="flex flex-col gap-4"
      >
        {refused && (
          <Notice tone="refused" role="alert">
            {refusalText(errors, refused)}
          </Notice>
        )}
        <FormField name="text" label={t("label")} hint={t("hint")} stacked>
          <TextArea rows={3} limit={500} {...form.register("text")} />
        </FormField>
        <div>
          <Button type="submit" loading={form.formState.isSubmitting}>
            {t("send")}
          </Button>
        </div>
      </Form>
    </FormProvider>
  );
}
