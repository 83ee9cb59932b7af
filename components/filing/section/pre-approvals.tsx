"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { Checkbox } from "@/components/form/choices";
import { DateInput } from "@/components/form/dates";
import { FieldGroup, FormField } from "@/components/form/form-field";
import { Select } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";
import { Button } from "@/components/ui/button";
import { PRE_APPROVALS } from "@/lib/filing/application/codes";
import { newId } from "./new-id";
import { focusOn, RepeatPart } from "./repeat-part";
import type { ServiceForm } from "./service-codec";

/** Permits some trades need before filing; "none of these" is an answer of its own. */
export function PreApprovals() {
  const t = useTranslations("sections");
  const fields = useTranslations("fields.preApproval");
  const codes = useTranslations("codes");
  const { control, register, watch } = useFormContext<ServiceForm>();
  const items = useFieldArray({ control, name: "preApprovals", keyName: "key" });
  const none = watch("noPreApproval");
  const adder = useId();
  const add = () => items.append({ id: newId("pre"), type: "", permitNo: "", validTo: "" });
  return (
    <FieldGroup title={t("group.preApproval")} description={t("group.preApprovalText")}>
      <FormField name="noPreApproval" label={t("preApproval.question")} group>
        <Checkbox
          {...register("noPreApproval")}
          label={t("preApproval.none")}
          hint={t("preApproval.noneHint")}
        />
      </FormField>
      {!none &&
        items.fields.map((item, index) => (
          <RepeatPart
            key={item.key}
            remove={t("preApproval.remove", { number: index + 1 })}
            onRemove={() => {
              items.remove(index);
              focusOn(adder);
            }}
          >
            <FormField name={`preApprovals.${index}.type`} label={fields("type.label")}>
              <Select
                {...register(`preApprovals.${index}.type`)}
                options={PRE_APPROVALS.map((code) => ({
                  value: String(code),
                  label: codes(`preApproval.${code}` as never),
                }))}
              />
            </FormField>
            <FormField name={`preApprovals.${index}.permitNo`} label={fields("permitNo.label")}>
              <TextInput mono {...register(`preApprovals.${index}.permitNo`)} />
            </FormField>
            <FormField name={`preApprovals.${index}.validTo`} label={fields("validTo.label")}>
              <DateInput {...register(`preApprovals.${index}.validTo`)} />
            </FormField>
          </RepeatPart>
        ))}
      {!none && (
        <Button id={adder} icon={<Plus aria-hidden />} onClick={add} className="self-start">
          {t("preApproval.add")}
        </Button>
      )}
    </FieldGroup>
  );
}
