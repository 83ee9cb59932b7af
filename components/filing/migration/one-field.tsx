"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { Form } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { TextInput } from "@/components/form/text-input";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { migrationCodeSchema, startMigrationSchema } from "@/lib/filing/migration/form";
import type { Refusal } from "@/lib/filing/shared/refusal";
import { fieldRefusalText, refusalText } from "@/lib/messages/refusal-text";
import type { Action } from "../actions";

const FORMS = {
  accountId: { schema: startMigrationSchema, input: { spellCheck: false } },
  code: {
    schema: migrationCodeSchema,
    input: { width: "short", inputMode: "numeric", autoComplete: "one-time-code", maxLength: 12 },
  },
} as const;

type Props = {
  field: keyof typeof FORMS;
  /** What the action needs beside the field. */
  known: object;
  action: Action;
  label: string;
  hint: string;
  submit: string;
  done: string;
  /** Other buttons beside it. */
  children?: ReactNode;
};

/** The account that shall have the entity, or the code that proves the lead agrees. */
export function OneField({ field, known, action, label, hint, submit, done, children }: Props) {
  const errors = useTranslations("errors");
  const router = useRouter();
  const toast = useToast();
  const [refused, setRefused] = useState<Refusal | null>(null);
  const form = useForm<Record<string, string>>({ defaultValues: { [field]: "" } });
  const wrong = (text: string) => form.setError(field, { message: text }, { shouldFocus: true });

  const send = form.handleSubmit(async (values) => {
    setRefused(null);
    const parsed = FORMS[field].schema.safeParse({ ...known, ...values });
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return wrong(fieldRefusalText(errors, { path: field, reason: issue?.message ?? "input.invalid" }));
    }
    const answer = await action(parsed.data);
    if (answer.ok) {
      toast(done, "done");
      form.reset();
    } else if (answer.error.code === "invalid") wrong(refusalText(errors, answer.error));
    else setRefused(answer.error);
    router.refresh();
  });

  return (
    <FormProvider {...form}>
      <Form onSubmit={send} className="flex flex-col gap-4" aria-label={submit}>
        <FormField name={field} label={label} hint={hint} stacked>
          <TextInput mono {...FORMS[field].input} {...form.register(field)} />
        </FormField>
        {refused && (
          <Notice tone="refused" role="alert">
            {refusalText(errors, refused)}
          </Notice>
        )}
        <div className="flex flex-wrap items-center gap-2">
          <Button type="submit" variant="primary" loading={form.formState.isSubmitting}>
            {submit}
          </Button>
          {children}
        </div>
      </Form>
    </FormProvider>
  );
}
