"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import type { FieldRefusal } from "@/lib/filing/shared/refusal";
import type { ActionResult } from "@/lib/http/define-action";
import { fieldRefusalText, refusalText } from "@/lib/messages/refusal-text";

/** Sends what a form records, once at a time; a refusal stands at its fields and on top; then the page shows what is. */
export function useRecord<F extends FieldValues>(form: UseFormReturn<F>) {
  const errors = useTranslations("errors");
  const router = useRouter();
  const [summary, setSummary] = useState<readonly { name: string; message: string }[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);

  const show = (fields: readonly FieldRefusal[], whole?: string) => {
    const found = fields.map((field) => ({ name: field.path, message: fieldRefusalText(errors, field) }));
    for (const { name, message } of found) form.setError(name as Path<F>, { message });
    setSummary(whole === undefined ? found : [{ name: "", message: whole }, ...found]);
    setAttempt((n) => n + 1);
  };
  const send = async <V>(action: () => Promise<ActionResult<V>>): Promise<V | null> => {
    if (busy) return null;
    setBusy(true);
    form.clearErrors();
    try {
      const answer = await action();
      if (answer.ok) {
        setSummary([]);
        return answer.value;
      }
      const fields = answer.error.fields ?? [];
      show(fields, fields.length > 0 ? undefined : refusalText(errors, answer.error));
      return null;
    } catch {
      show([], errors("busy.text"));
      return null;
    } finally {
      setBusy(false);
      router.refresh();
    }
  };
  return { summary, attempt, busy, show, send };
}
