"use client";

import { useState } from "react";
import {
  type DefaultValues,
  type FieldValues,
  type Path,
  type UseFormReturn,
  useForm,
} from "react-hook-form";
import type { z } from "zod";
import type { Action } from "@/components/filing/actions";
import { useAccountWords } from "./account-words";

export interface AccountForm<F extends FieldValues> {
  readonly form: UseFormReturn<F>;
  readonly submit: (event: React.FormEvent) => void;
  /** What is refused and belongs to no field. */
  readonly refused: string | null;
  readonly busy: boolean;
}

interface Options<F extends FieldValues, I, V> {
  readonly schema: z.ZodType<I>;
  readonly defaults: DefaultValues<F>;
  /** What the form holds → what the schema takes; by default the same. */
  readonly input?: (values: F) => unknown;
  readonly action: Action<V>;
  readonly done: (value: V, form: UseFormReturn<F>) => void;
}

/** A form judged by the shared schema, then sent; whatever is wrong lands on its field, the rest above the form. */
export function useAccountForm<F extends FieldValues, I, V>(options: Options<F, I, V>): AccountForm<F> {
  const { schema, defaults, input, action, done } = options;
  const words = useAccountWords();
  const [refused, setRefused] = useState<string | null>(null);
  const form = useForm<F>({ defaultValues: defaults, shouldFocusError: false });

  const show = (wrong: readonly { path: string; reason: string }[]) => {
    const first = new Map(wrong.toReversed().map(({ path, reason }) => [path, reason]));
    const paths = [...first.keys()].reverse();
    for (const path of paths)
      form.setError(
        path as Path<F>,
        { type: "said", message: words.field(first.get(path) ?? "") },
        { shouldFocus: path === paths[0] },
      );
  };
  const submit = form.handleSubmit(async (values) => {
    setRefused(null);
    const parsed = schema.safeParse(input ? input(values) : values);
    if (!parsed.success)
      return show(
        parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), reason: message })),
      );
    const answer = await action(parsed.data);
    if (answer.ok) return done(answer.value, form);
    const fields = answer.error.fields?.filter(({ path }) => path in values) ?? [];
    if (fields.length > 0) show(fields);
    else setRefused(words.refusal(answer.error));
  });
  return { form, submit: (event) => void submit(event), refused, busy: form.formState.isSubmitting };
}
