"use client";

import { useTranslations } from "next-intl";
import { FormProvider, useForm } from "react-hook-form";
import { Checkbox, CheckboxGroup, RadioGroup } from "@/components/form/choices";
import { Form } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { Select } from "@/components/form/select";
import { TextArea, TextInput } from "@/components/form/text-input";
import { useFormAction } from "@/components/form/use-form-action";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { openManualSchema } from "@/lib/filing/manual/form";
import { APPLICANT_IDS } from "@/lib/filing/manual/slots";
import { MANUAL_KINDS } from "@/lib/filing/manual/states";
import { refusalText } from "@/lib/messages/refusal-text";
import type { ManualView } from "@/lib/usecases/manual/get-manual";
import type { Action } from "../actions";

type Values = {
  kind: string;
  serviceIds: string[];
  applicant: string;
  applicantId: string;
  phone: string;
  why: string;
  consent: boolean;
};
type Props = Pick<ManualView, "services" | "several"> & { entityId: string; open: Action<unknown> };

/** Who asks, for what, and where to call him; then the documents. */
export function OpenManual({ entityId, services, several, open }: Props) {
  const t = useTranslations("manual");
  const errors = useTranslations("errors");
  const form = useForm<Values>({
    defaultValues: {
      ...{ kind: "CANCEL_ENTITY", serviceIds: [], applicant: "", applicantId: "RESIDENT" },
      ...{ phone: "", why: "", consent: false },
    },
  });
  const { refused, send } = useFormAction(form, openManualSchema, open, () => undefined);
  const { register } = form;
  const Services = several ? CheckboxGroup : RadioGroup;
  const named = form.watch("kind") === "CANCEL_SERVICE";
  const submit = form.handleSubmit((values) =>
    send({ ...values, entityId, serviceIds: named ? [values.serviceIds].flat().filter(Boolean) : [] }),
  );
  return (
    <FormProvider {...form}>
      <Form onSubmit={submit} className="flex flex-col gap-5" aria-label={t("new")}>
        {refused && (
          <Notice tone="refused" role="alert">
            {refusalText(errors, refused)}
          </Notice>
        )}
        <FormField name="kind" label={t("kindLabel")} group>
          <RadioGroup
            {...register("kind")}
            defaultValue="CANCEL_ENTITY"
            options={MANUAL_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
        </FormField>
        {named && (
          <FormField name="serviceIds" label={t("services")} group>
            <Services
              {...register("serviceIds")}
              options={services.map(({ id, name, number }) => ({ value: id, label: name, hint: number }))}
            />
          </FormField>
        )}
        <FormField name="applicant" label={t("applicant")} hint={t("applicantHint")}>
          <TextInput width="medium" {...register("applicant")} />
        </FormField>
        <FormField name="applicantId" label={t("applicantId")}>
          <Select
            {...register("applicantId")}
            placeholder={null}
            options={APPLICANT_IDS.map((value) => ({ value, label: t(`idOf.${value}`) }))}
          />
        </FormField>
        <FormField name="phone" label={t("phone")} hint={t("phoneHint")}>
          <TextInput width="medium" inputMode="tel" {...register("phone")} />
        </FormField>
        <FormField name="why" label={t("why")}>
          <TextArea rows={3} {...register("why")} />
        </FormField>
        <FormField name="consent" label={t("consentLabel")} group>
          <Checkbox {...register("consent")} label={t("consent")} />
        </FormField>
        <div>
          <Button type="submit" variant="primary" loading={form.formState.isSubmitting}>
            {t("open")}
          </Button>
        </div>
      </Form>
    </FormProvider>
  );
}
