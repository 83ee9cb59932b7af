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
  /** What an approval numbers; a number that is there is kept, and told. */
  services: readonly { readonly id: string; readonly name: string; readonly number: string | null }[];
  /** The record the organiser stands under already. */
  knownEntity: string | null;
  reasons: readonly ReasonOption[];
};

/** What belongs to the answer that was chosen. */
export function RecordFields({ record, leads, services, knownEntity, reasons }: RecordFieldsProps) {
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
      return <ApprovedFields services={services} knownEntity={knownEntity} />;
    case "rejected":
      return <RejectedItems reasons={reasons} />;
    default:
      return null;
  }
}

/** Only what the authority gives anew is typed; numbers that stay are read, and sent as they are. */
function ApprovedFields({ services, knownEntity }: Pick<RecordFieldsProps, "services" | "knownEntity">) {
  const t = useTranslations("handover");
  const { register } = useFormContext<RecordValues>();
  const kept = [
    ...(knownEntity === null ? [] : [{ id: "entity", label: t("form.entityNumber"), number: knownEntity }]),
    ...services.flatMap(({ id, name, number }) =>
      number === null ? [] : [{ id, label: t("form.serviceNumber", { name }), number }],
    ),
  ];
  return (
    <>
      {kept.length > 0 && (
        <section aria-label={t("form.kept")} className="flex flex-col gap-2">
          <p className="text-muted">{t("form.kept")}</p>
          <dl className="flex flex-col gap-2">
            {kept.map(({ id, label, number }) => (
              <div key={id}>
                <dt className="font-semibold">{label}</dt>
                <dd className="font-mono break-all">{number}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {knownEntity === null && (
        <FormField name="entityNumber" label={t("form.entityNumber")} stacked>
          <TextInput mono {...register("entityNumber")} />
        </FormField>
      )}
      {services
        .filter(({ number }) => number === null)
        .map(({ id, name }) => (
          <FormField key={id} name={`services.${id}`} label={t("form.serviceNumber", { name })} stacked>
            <TextInput mono {...register(`services.${id}`)} />
          </FormField>
        ))}
    </>
  );
}
