"use client";

import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { RadioGroup } from "@/components/form/choices";
import { FormField } from "@/components/form/form-field";
import { MultiSelect } from "@/components/form/multi-select";
import { TextArea, TextInput } from "@/components/form/text-input";
import type { SettingKind } from "@/lib/filing/policy/settings";
import type { ChangeForm } from "./form-value";

type Props = {
  kind: SettingKind;
  unit: string;
  options: readonly { value: string; label: string }[];
};

/** The control a kind of setting asks for. */
export function ValueField({ kind, unit, options }: Props) {
  const t = useTranslations("policyPage.form");
  const { register } = useFormContext<ChangeForm>();
  const bounds = "min" in kind ? t("bounds", { min: kind.min, max: kind.max }) : null;
  if (kind.type === "number")
    return (
      <FormField name="value" label={t("value")} hint={bounds} stacked>
        <span className="flex items-center gap-2">
          <TextInput inputMode="numeric" width="short" {...register("value")} />
          <span className="shrink-0 text-muted">{unit}</span>
        </span>
      </FormField>
    );
  if (kind.type === "range")
    return (
      <div className="flex flex-col gap-4">
        <FormField name="value" label={`${t("value")} · ${t("from")}`} hint={bounds} stacked>
          <span className="flex items-center gap-2">
            <TextInput inputMode="numeric" width="short" {...register("value")} />
            <span className="shrink-0 text-muted">{unit}</span>
          </span>
        </FormField>
        <FormField name="to" label={`${t("value")} · ${t("to")}`} stacked>
          <span className="flex items-center gap-2">
            <TextInput inputMode="numeric" width="short" {...register("to")} />
            <span className="shrink-0 text-muted">{unit}</span>
          </span>
        </FormField>
      </div>
    );
  if (kind.type === "numbers")
    return (
      <FormField name="value" label={t("value")} hint={`${t("numbersHint")} ${bounds ?? ""}`} stacked>
        <TextInput width="medium" {...register("value")} />
      </FormField>
    );
  if (kind.type === "words")
    return (
      <FormField name="value" label={t("value")} hint={t("wordsHint")} stacked>
        <TextArea rows={6} {...register("value")} />
      </FormField>
    );
  if (kind.type === "codes")
    return (
      <FormField name="codes" label={t("value")} group stacked>
        <MultiSelect options={options} {...register("codes")} />
      </FormField>
    );
  return (
    <FormField name="value" label={t("value")} group stacked>
      <RadioGroup options={options} look="plain" {...register("value")} />
    </FormField>
  );
}
