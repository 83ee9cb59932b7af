"use client";

import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { RadioGroup } from "@/components/form/choices";
import { FormField } from "@/components/form/form-field";
import { Select } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";
import { CONFLICT_CODES, DOOR_CODES, SMS_CAUSES } from "@/lib/filing/handover/records";
import type { RecordValues } from "./record-values";
import { type ReasonOption, RejectedItems } from "./rejected-items";

export type RecordFieldsProps = {
  record: string;
  leads: readonly { readonly personId: string; readonly name: string; readonly done: boolean }[];
  services: readonly { readonly id: string; readonly name: string }[];
  reasons: readonly ReasonOption[];
};

/** What belongs to the answer that was chosen. */
export function RecordFields({ record, leads, services, reasons }: RecordFieldsProps) {
  const t = useTranslations("handover");
  const { register, watch } = useFormContext<RecordValues>();
  const code = watch("code");
  switch (record) {
    case "smsDone":
      return (
        <FormField name="personId" label={t("form.lead")} group stacked>
          <RadioGroup
            look="plain"
            options={leads.map(({ personId, name, done }) => ({
              value: personId,
              label: name,
              disabled: done,
              ...(done && { hint: t("detail.leadDone") }),
            }))}
            {...register("personId")}
          />
        </FormField>
      );
    case "smsFailed":
      return (
        <FormField name="cause" label={t("form.cause")} group stacked>
          <RadioGroup
            look="plain"
            options={SMS_CAUSES.map((value) => ({ value, label: t(`cause.${value}`) }))}
            {...register("cause")}
          />
        </FormField>
      );
    case "refused":
      return (
        <FormField name="code" label={t("form.code")} group stacked>
          <RadioGroup
            look="plain"
            options={DOOR_CODES.map((value) => ({ value, label: t(`code.${value}`) }))}
            {...register("code")}
          />
        </FormField>
      );
    case "conflict":
      return (
        <>
          <FormField name="code" label={t("form.code")} group stacked>
            <RadioGroup
              look="plain"
              options={CONFLICT_CODES.map((value) => ({ value, label: t(`code.${value}`) }))}
              {...register("code")}
            />
          </FormField>
          <FormField name="target" label={t("form.target")} stacked>
            <Select
              className="w-full"
              options={(reasons.find((one) => one.code === code)?.targets ?? []).map(({ path, label }) => ({
                value: path,
                label,
              }))}
              {...register("target")}
            />
          </FormField>
        </>
      );
    case "approved":
      return (
        <>
          <FormField name="entityNumber" label={t("form.entityNumber")} stacked>
            <TextInput mono {...register("entityNumber")} />
          </FormField>
          {services.map(({ id, name }) => (
            <FormField key={id} name={`services.${id}`} label={t("form.serviceNumber", { name })} stacked>
              <TextInput mono {...register(`services.${id}`)} />
            </FormField>
          ))}
        </>
      );
    case "rejected":
      return <RejectedItems reasons={reasons} />;
    default:
      return null;
  }
}
