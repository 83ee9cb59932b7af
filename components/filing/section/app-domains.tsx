"use client";

import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { FormField } from "@/components/form/form-field";
import { TextInput } from "@/components/form/text-input";
import { Button, IconButton } from "@/components/ui/button";
import type { AppForm } from "./app-codec";
import { newId } from "./new-id";
import { focusOn } from "./repeat-part";

/** The domains an APP talks to: one or several, down to the fourth level, also those of a website of the order. */
export function AppDomains({ known }: { known: readonly string[] }) {
  const t = useTranslations("sections.app");
  const fields = useTranslations("fields.service.domains");
  const list = useId();
  const adder = useId();
  const { control, register } = useFormContext<AppForm>();
  const items = useFieldArray({ control, name: "domains", keyName: "key" });
  return (
    <FormField name="domains" label={fields("label")} hint={fields("hint")} group>
      {items.fields.map((item, index) => (
        <div key={item.key} className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            <FormField
              name={`domains.${index}.domain`}
              label={t("domainN", { number: index + 1 })}
              stacked
              hideLabel
            >
              <TextInput
                mono
                list={list}
                autoCapitalize="none"
                spellCheck={false}
                {...register(`domains.${index}.domain`)}
              />
            </FormField>
          </div>
          <IconButton
            label={t("removeDomain", { number: index + 1 })}
            onClick={() => {
              items.remove(index);
              focusOn(adder);
            }}
          >
            <Trash2 aria-hidden />
          </IconButton>
        </div>
      ))}
      <datalist id={list}>
        {known.map((domain) => (
          <option key={domain} value={domain} />
        ))}
      </datalist>
      <Button
        id={adder}
        size="small"
        icon={<Plus aria-hidden />}
        onClick={() => items.append({ id: newId("dom"), domain: "" })}
        className="self-start"
      >
        {t("addDomain")}
      </Button>
    </FormField>
  );
}
