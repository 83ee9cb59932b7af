"use client";

import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type UseFormReturn, useFieldArray } from "react-hook-form";
import { Checkbox } from "@/components/form/choices";
import { DateInput } from "@/components/form/dates";
import { FieldGroup, FormField } from "@/components/form/form-field";
import { Select } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";
import { Button } from "@/components/ui/button";
import { PRE_APPROVALS } from "@/lib/filing/application/codes";
import { newPartId } from "@/lib/filing/application/edit";
import type { WebsiteForm } from "./website-codec";

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));

/** Permits some trades need before filing; "none of these" is an answer of its own. */
export function PreApprovals({ form }: { form: UseFormReturn<WebsiteForm> }) {
  const t = useTranslations("sections");
  const fields = useTranslations("fields.preApproval");
  const codes = useTranslations("codes");
  const { control, register, watch } = form;
  const items = useFieldArray({ control, name: "preApprovals", keyName: "key" });
  const none = watch("noPreApproval");
  const add = () => items.append({ id: newPartId("pre", random), type: "", permitNo: "", validTo: "" });
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
          <div key={item.key} className="flex flex-col gap-4 border-l-2 border-line pl-4">
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
            <Button
              size="small"
              variant="quiet"
              icon={<Trash2 aria-hidden />}
              onClick={() => items.remove(index)}
              className="self-end"
            >
              {t("preApproval.remove", { number: index + 1 })}
            </Button>
          </div>
        ))}
      {!none && (
        <Button icon={<Plus aria-hidden />} onClick={add} className="self-start">
          {t("preApproval.add")}
        </Button>
      )}
    </FieldGroup>
  );
}
