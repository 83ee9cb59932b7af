"use client";

import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { Form } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { Select } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";
import { useRun } from "@/components/form/use-run";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { useToast } from "@/components/ui/toast";
import { INSPECTION_FAILURES } from "@/lib/filing/inspection/failures";
import { sendInspectionAction } from "../actions";

type Props = { numbers: readonly { readonly number: string; readonly name: string }[] };
const BLANK = { number: "", failure: "CONTENT_MISMATCH", domain: "", days: "10" };

/** Tells the provider what is wrong with something it serves, and until when it must be mended. */
export function InspectForm({ numbers }: Props) {
  const [t, failures] = [
    useTranslations("authority.register.inspect"),
    useTranslations("inspection.failure"),
  ];
  const toast = useToast();
  const { busy, error, run } = useRun();
  const { register, reset, formState, handleSubmit } = useForm({ defaultValues: BLANK });
  const { errors } = formState;
  const send = handleSubmit(async ({ number, failure, domain, days }) => {
    const input = { number, failure, domain: domain.trim() || null, days: Number(days) };
    if (!(await run(() => sendInspectionAction(input)))) return;
    reset(BLANK);
    toast(t("sent"), "done");
  });
  const whole = (text: string) => (/^\d{1,2}$/.test(text.trim()) && Number(text) <= 90) || t("error.days");
  return (
    <Form onSubmit={send} aria-label={t("title")}>
      <Panel title={t("title")} description={t("text")}>
        {error && (
          <Notice role="alert" tone="refused">
            {error}
          </Notice>
        )}
        <div className="grid items-start gap-4 py-2 md:grid-cols-2">
          <FormField name="number" label={t("number")} error={errors.number?.message} stacked>
            <Select
              {...register("number", { validate: (text) => text !== "" || t("error.number") })}
              className="w-full"
              options={numbers.map((one) => ({ value: one.number, label: t("numberOption", one) }))}
            />
          </FormField>
          <FormField name="failure" label={t("failure")} stacked>
            <Select
              {...register("failure")}
              className="w-full"
              placeholder={null}
              options={INSPECTION_FAILURES.map((value) => ({ value, label: failures(value) }))}
            />
          </FormField>
          <FormField name="domain" label={t("domain")} hint={t("domainHint")} stacked>
            <TextInput mono {...register("domain")} />
          </FormField>
          <FormField name="days" label={t("days")} hint={t("daysHint")} error={errors.days?.message} stacked>
            <TextInput inputMode="numeric" width="short" {...register("days", { validate: whole })} />
          </FormField>
        </div>
        <Button type="submit" variant="primary" loading={busy}>
          {t("send")}
        </Button>
      </Panel>
    </Form>
  );
}
