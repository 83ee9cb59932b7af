"use client";

import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFieldArray, useFormContext } from "react-hook-form";
import { FormField } from "@/components/form/form-field";
import { Select } from "@/components/form/select";
import { TextArea } from "@/components/form/text-input";
import { Button, IconButton } from "@/components/ui/button";
import type { RecordValues } from "./record-values";

/** A reason of the authority's, with the places it can point at in this filing. */
export interface ReasonOption {
  readonly code: string;
  readonly name: string;
  readonly targets: readonly { readonly path: string; readonly label: string }[];
}

/** Everything the authority found wrong, each with reason, place and its remarks. */
export function RejectedItems({ reasons }: { reasons: readonly ReasonOption[] }) {
  const t = useTranslations("authority.decision");
  const { control, register, watch, setValue } = useFormContext<RecordValues>();
  const { fields, append, remove } = useFieldArray({ control, name: "items" });
  const items = watch("items");
  const targetsOf = (code: string) => reasons.find((reason) => reason.code === code)?.targets ?? [];
  return (
    <div className="flex flex-col gap-5">
      {fields.map(({ id }, index) => (
        <fieldset key={id} className="flex flex-col gap-4 border-b border-line pb-5">
          <legend className="flex w-full items-center justify-between pb-2 font-semibold">
            {t("item", { n: index + 1 })}
            {fields.length > 1 && (
              <IconButton label={t("removeItem", { n: index + 1 })} onClick={() => remove(index)}>
                <Trash2 aria-hidden />
              </IconButton>
            )}
          </legend>
          <FormField name={`items.${index}.code`} label={t("reason")} stacked>
            <Select
              className="w-full"
              options={reasons.map(({ code, name }) => ({ value: code, label: name }))}
              {...register(`items.${index}.code`, {
                onChange: (event: { target: { value: string } }) =>
                  setValue(`items.${index}.target`, targetsOf(event.target.value)[0]?.path ?? ""),
              })}
            />
          </FormField>
          <FormField name={`items.${index}.target`} label={t("target")} stacked>
            <Select
              className="w-full"
              placeholder={null}
              options={targetsOf(items[index]?.code ?? "").map(({ path, label }) => ({ value: path, label }))}
              {...register(`items.${index}.target`)}
            />
          </FormField>
          <FormField name={`items.${index}.text`} label={t("note")} hint={t("noteHint")} optional stacked>
            <TextArea rows={2} limit={1000} {...register(`items.${index}.text`)} />
          </FormField>
        </fieldset>
      ))}
      <div>
        <Button icon={<Plus aria-hidden />} onClick={() => append({ code: "", target: "", text: "" })}>
          {t("addItem")}
        </Button>
      </div>
    </div>
  );
}
