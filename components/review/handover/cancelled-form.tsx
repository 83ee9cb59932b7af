"use client";

import { useTranslations } from "next-intl";
import { FormProvider, useForm } from "react-hook-form";
import { ErrorSummary } from "@/components/form/error-summary";
import { Form } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { TextArea } from "@/components/form/text-input";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { useToast } from "@/components/ui/toast";
import type { CancelledInput } from "@/lib/filing/handover/records";
import type { ActionResult } from "@/lib/http/define-action";
import { useRecord } from "./use-record";

type Props = { action: (input: CancelledInput) => Promise<ActionResult<{ count: number }>> };

/** A notice nobody asked for. */
export function CancelledForm({ action }: Props) {
  const t = useTranslations("handover.cancelled");
  const toast = useToast();
  const form = useForm({ defaultValues: { numbers: "" } });
  const { summary, attempt, busy, show, send } = useRecord(form);
  const submit = async () => {
    const numbers = form
      .getValues("numbers")
      .split(/\s+/)
      .filter((number) => number !== "");
    if (numbers.length === 0) return show([{ path: "numbers", reason: "handover.number-missing" }]);
    const done = await send(() => action({ numbers }));
    if (done === null) return;
    form.reset();
    toast(t("saved", { count: done.count }), "done");
  };
  return (
    <Panel title={t("title")} description={t("text")}>
      <FormProvider {...form}>
        <Form aria-label={t("title")} onSubmit={submit} className="flex flex-col gap-4">
          <ErrorSummary errors={summary.map((one) => ({ ...one, name: "numbers" }))} attempt={attempt} />
          <FormField name="numbers" label={t("numbers")} stacked>
            <TextArea rows={3} {...form.register("numbers")} />
          </FormField>
          <div>
            <Button type="submit" loading={busy}>
              {t("save")}
            </Button>
          </div>
        </Form>
      </FormProvider>
    </Panel>
  );
}
