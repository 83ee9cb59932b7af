"use client";

import { useTranslations } from "next-intl";
import { FormProvider, useForm } from "react-hook-form";
import { RadioGroup } from "@/components/form/choices";
import { ErrorSummary } from "@/components/form/error-summary";
import { Form } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { TextInput } from "@/components/form/text-input";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { LOOK_UP_RESULTS, type LookUpInput } from "@/lib/filing/handover/look-up";
import type { ActionResult } from "@/lib/http/define-action";
import { useRecord } from "./use-record";

type Props = {
  orderId: string;
  domain: string | null;
  label: string;
  action: (input: LookUpInput) => Promise<ActionResult<null>>;
};
type Values = { result: string; number: string };

/** What the authority's register shows of one organiser or domain. */
export function LookUpForm({ orderId, domain, label, action }: Props) {
  const t = useTranslations("handover.lookUps");
  const toast = useToast();
  const form = useForm<Values>({ defaultValues: { result: "", number: "" }, shouldFocusError: false });
  const { summary, attempt, busy, show, send } = useRecord(form);
  const { result, number } = form.watch();
  const submit = async () => {
    form.clearErrors();
    const seen = LOOK_UP_RESULTS.find((one) => one === result);
    if (seen === undefined) return show([{ path: "result", reason: "handover.result-missing" }]);
    if (seen === "filed" && number.trim() === "")
      return show([{ path: "number", reason: "handover.number-missing" }]);
    const input = { orderId, domain, result: seen, number };
    await send(async () => {
      const answer = await action(input);
      if (answer.ok) toast(t("saved"), "done");
      return answer;
    });
  };
  return (
    <FormProvider {...form}>
      <Form aria-label={label} onSubmit={submit} className="flex flex-col gap-4">
        <ErrorSummary errors={summary} attempt={attempt} />
        <FormField name="result" label={t("result")} group stacked>
          <RadioGroup
            look="inline"
            options={LOOK_UP_RESULTS.map((value) => ({ value, label: t(value) }))}
            {...form.register("result")}
          />
        </FormField>
        {result === "filed" && (
          <FormField name="number" label={t("number")} stacked>
            <TextInput mono width="medium" {...form.register("number")} />
          </FormField>
        )}
        <div>
          <Button type="submit" loading={busy}>
            {t("save")}
          </Button>
        </div>
      </Form>
    </FormProvider>
  );
}
