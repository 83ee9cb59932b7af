"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import type { z } from "zod";
import { Form } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { TextInput } from "@/components/form/text-input";
import { Notice } from "@/components/ui/notice";
import type { Refusal } from "@/lib/filing/shared/refusal";
import { fieldRefusalText, refusalText } from "@/lib/messages/refusal-text";

export type CodeValues = { accountId: string; remark: string };
const FIELDS = ["accountId", "remark"] as const;

type Props = {
  label: string;
  initial: CodeValues;
  /** The schema of the action; what it needs beside the fields is in `known`. */
  schema: z.ZodType;
  known: object;
  /** Whom the code is for stays as it is. */
  bound?: boolean;
  /** Null when it was saved, else what was said against it. */
  save: (input: unknown) => Promise<Refusal | null>;
  children: (saving: boolean) => ReactNode;
};

/** Whom a code is for, and what its owner calls it. */
export function CodeFields({ label, initial, schema, known, bound = false, save, children }: Props) {
  const t = useTranslations("authCodes");
  const errors = useTranslations("errors");
  const [refused, setRefused] = useState<Refusal | null>(null);
  const form = useForm<CodeValues>({ defaultValues: initial });

  const show = (fields: readonly { path: string; reason: string }[]): boolean => {
    const known = FIELDS.filter((name) => fields.some(({ path }) => path === name));
    for (const [index, name] of known.entries()) {
      const field = fields.find(({ path }) => path === name);
      if (field)
        form.setError(name, { message: fieldRefusalText(errors, field) }, { shouldFocus: index === 0 });
    }
    return known.length > 0;
  };
  const submit = form.handleSubmit(async (values) => {
    setRefused(null);
    const parsed = schema.safeParse({ ...known, ...values });
    if (!parsed.success) {
      show(parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), reason: message })));
      return;
    }
    const refusal = await save(parsed.data);
    if (refusal === null) form.reset();
    else if (!show(refusal.fields ?? [])) setRefused(refusal);
  });

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
