"use client";

import { useTranslations } from "next-intl";
import { FormProvider, useForm } from "react-hook-form";
import { RadioGroup } from "@/components/form/choices";
import { ErrorSummary } from "@/components/form/error-summary";
import { Form } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { useToast } from "@/components/ui/toast";
import type { HandoverFactType, HandoverInput } from "@/lib/filing/handover/records";
import type { ActionResult } from "@/lib/http/define-action";
import { RecordFields, type RecordFieldsProps } from "./record-fields";
import { missing, type RecordValues, recordFrom, startOf } from "./record-values";
import { useRecord } from "./use-record";

export type RecordFormProps = Omit<RecordFieldsProps, "record"> & {
  sequence: number;
  version: number;
  recordable: readonly HandoverFactType[];
  action: (input: HandoverInput) => Promise<ActionResult<unknown>>;
};

/** What the authority answered: only what can come next, and what belongs to it. */
export function RecordForm({ sequence, version, recordable, action, ...parts }: RecordFormProps) {
  const t = useTranslations("handover");
  const toast = useToast();
  const start = startOf(parts);
  const form = useForm<RecordValues>({ defaultValues: start, shouldFocusError: false });
  const { summary, attempt, busy, show, send } = useRecord(form);
  const record = form.watch("record");
  const submit = async () => {
    form.clearErrors();
    const values = form.getValues();
    const wrong = missing(values);
    if (wrong.length > 0) return show(wrong);
    const done = await send(() => action({ sequence, version, record: recordFrom(values) }));
    if (done === null) return;
    form.reset(start);
    toast(t("form.saved"), "done");
  };
  return (
    <FormProvider {...form}>
      <Panel title={t("form.title")} description={t("form.final")}>
        <Form aria-label={t("form.title")} onSubmit={submit} className="flex flex-col gap-5">
          <ErrorSummary errors={summary} attempt={attempt} />
          <FormField name="record" label={t("form.record")} group stacked>
            <RadioGroup
              look="plain"
              options={recordable.map((type) => ({
                value: type,
                label: t(`fact.${type}`),
                ...(type === "conflict" && { hint: t("form.conflictText") }),
              }))}
              {...form.register("record")}
            />
          </FormField>
          <RecordFields record={record} {...parts} />
          <div>
            <Button type="submit" variant="primary" loading={busy}>
              {t("form.save")}
            </Button>
          </div>
        </Form>
      </Panel>
    </FormProvider>
  );
}
