"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import type { z } from "zod";
import type { Refusal } from "@/lib/filing/shared/refusal";
import { fieldRefusalText } from "@/lib/messages/refusal-text";
import type { Action } from "../filing/actions";

/** A form and its action by one schema: what is wrong stands at its field, the rest is said above. */
export function useFormAction<T extends FieldValues, V = unknown>(
  form: UseFormReturn<T>,
  schema: z.ZodType,
  action: Action<V>,
  done: (value: V) => void,
) {
  const errors = useTranslations("errors");
  const router = useRouter();
  const [refused, setRefused] = useState<Refusal | null>(null);
  const show = (fields: readonly { path: string; reason: string }[]): boolean => {
    const values = form.getValues() as Record<string, unknown>;
    const known = fields.filter(({ path }) => path in values);
    for (const [index, field] of known.entries())
      form.setError(
        field.path as Path<T>,
        { message: fieldRefusalText(errors, field) },
        { shouldFocus: index === 0 },
      );
    return known.length > 0;
  };
  async function send(input: unknown): Promise<void> {
    setRefused(null);
    const parsed = schema.safeParse(input);
    if (!parsed.success) {
      show(parsed.error.issues.map(({ path, message }) => ({ path: String(path[0]), reason: message })));
      return;
    }
    const answer = await action(parsed.data);
    if (answer.ok) {
      done(answer.value);
      router.refresh();
    } else if (!show(answer.error.fields ?? [])) setRefused(answer.error);
  }
  return { refused, send };
}
