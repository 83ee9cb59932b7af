"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { Checkbox } from "@/components/form/choices";
import { FieldGroup, FormField } from "@/components/form/form-field";
import { TextInput } from "@/components/form/text-input";
import { Button } from "@/components/ui/button";
import type { AppForm } from "./app-codec";
import { newId } from "./new-id";
import { focusOn, RepeatPart } from "./repeat-part";

/** Software of others inside the APP; "none" is an answer of its own. */
export function AppSdks() {
  const t = useTranslations("sections.app");
  const fields = useTranslations("fields");
  const { control, register, watch } = useFormContext<AppForm>();
  const items = useFieldArray({ control, name: "sdks", keyName: "key" });
  const none = watch("noSdk");
  const adder = useId();
  return (
    <FieldGroup title={fields("service.sdks.label")} description={t("sdksText")}>
      <FormField name="noSdk" label={t("sdkQuestion")} group>
        <Checkbox {...register("noSdk")} label={fields("service.noSdk.label")} hint={t("noSdkHint")} />
      </FormField>
      {!none &&
        items.fields.map((item, index) => (
          <RepeatPart
            key={item.key}
            remove={t("removeSdk", { number: index + 1 })}
            onRemove={() => {
              items.remove(index);
              focusOn(adder);
            }}
          >
            {(["functionType", "vendor"] as const).map((name) => (
              <FormField
                key={name}
                name={`sdks.${index}.${name}`}
                label={fields(`sdk.${name}.label`)}
                hint={fields(`sdk.${name}.hint`)}
              >
                <TextInput {...register(`sdks.${index}.${name}`)} />
              </FormField>
            ))}
          </RepeatPart>
        ))}
      {!none && (
        <Button
          id={adder}
          icon={<Plus aria-hidden />}
          onClick={() => items.append({ id: newId("sdk"), functionType: "", vendor: "" })}
          className="self-start"
        >
          {t("addSdk")}
        </Button>
      )}
    </FieldGroup>
  );
}
