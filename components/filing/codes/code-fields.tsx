"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FormProvider, useForm } from "react-hook-form";
import type { z } from "zod";
import { Form } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { TextInput } from "@/components/form/text-input";
import { useFormAction } from "@/components/form/use-form-action";
import { Notice } from "@/components/ui/notice";
import { refusalText } from "@/lib/messages/refusal-text";
import type { Action } from "../actions";

export type CodeValues = { accountId: string; remark: string };

type Props = {
  label: string;
  initial: CodeValues;
  /** The schema of the action; what it needs beside the fields is in `known`. */
  schema: z.ZodType;
  known: object;
  /** Whom the code is for stays as it is. */
  bound?: boolean;
  save: Action;
  saved: () => void;
  children: (saving: boolean) => ReactNode;
};

/** Whom a code is for, and what its owner calls it. */
export function CodeFields({ label, initial, schema, known, bound = false, save, saved, children }: Props) {
  const t = useTranslations("authCodes");
  const errors = useTranslations("errors");
  const form = useForm<CodeValues>({ defaultValues: initial });

  const { refused, send } = useFormAction(form, schema, save, () => {
    saved();
    form.reset();
  });
  const submit = form.handleSubmit((values) => send({ ...known, ...values }));

  return (
    <FormProvider {...form}>
      <Form onSubmit={submit} className="flex flex-col gap-4" aria-label={label}>
        <FormField name="accountId" label={t("account")} hint={t(bound ? "accountBound" : "accountHint")}>
          <TextInput mono spellCheck={false} readOnly={bound} {...form.register("accountId")} />
        </FormField>
        <FormField name="remark" label={t("remark")} hint={t("remarkHint")} optional>
          <TextInput width="medium" {...form.register("remark")} />
        </FormField>
        {children(form.formState.isSubmitting)}
      </Form>
      {refused && (
        <Notice tone="refused" role="alert">
          {refusalText(errors, refused)}
        </Notice>
      )}
    </FormProvider>
  );
}
