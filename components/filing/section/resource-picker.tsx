"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { RadioGroup } from "@/components/form/choices";
import { FormField } from "@/components/form/form-field";
import { TextInput } from "@/components/form/text-input";
import { provinceName } from "@/lib/messages/codes";
import { formatDate } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { ResourceOption } from "@/lib/usecases/orders/get-section";
import type { ServiceForm } from "./service-codec";

type Props = {
  resources: readonly ResourceOption[];
  /** The inventory does not answer: that none is listed says nothing. */
  silent: boolean;
};

/** The server a service runs on: one of the account's own, or another account's through a code. */
export function ResourcePicker({ resources, silent }: Props) {
  const form = useFormContext<ServiceForm>();
  const t = useTranslations("sections");
  const fields = useTranslations("fields");
  const locale = toLocale(useLocale());
  const resource = form.register("resource");
  /** Choosing a server also says where it stands and under which address. */
  const fill = (id: string) => {
    const chosen = resources.find((option) => option.id === id);
    if (chosen === undefined) return;
    const set = (name: "serverLocation" | "ips" | "accessMethod", value: string) =>
      form.setValue(name, value, { shouldDirty: true });
    set("serverLocation", chosen.province);
    if (chosen.publicIp !== null) set("ips", chosen.publicIp);
    if (form.getValues("accessMethod") === "") set("accessMethod", "16");
  };
  // What was chosen stays to be seen, though nobody lists it now.
  const [before] = useState(() => form.getValues("resource"));
  const unlisted = before !== "" && before !== "CODE" && !resources.some(({ id }) => id === before);
  const options = [
    ...resources.map((option) => ({
      value: option.id,
      label: <span className="font-semibold">{option.name}</span>,
      hint: t("resource.hint", {
        kind: t(`resource.kind.${option.kind}` as never),
        place: provinceName(option.province, locale),
        ip: option.publicIp ?? t("resource.noIp"),
        date: formatDate(option.expiresAt, locale),
      }),
    })),
    ...(unlisted ? [{ value: before, label: before, hint: t("resource.unlisted") }] : []),
    { value: "CODE", label: t("resource.code"), hint: t("resource.codeHint") },
  ];
  return (
    <>
      <FormField
        name="resource"
        label={fields("service.resource.label")}
        hint={resources.length === 0 && !silent ? t("resource.none") : undefined}
        group
      >
        <RadioGroup
          {...resource}
          onChange={async (event) => {
            await resource.onChange(event);
            fill(event.target.value);
          }}
          options={options}
        />
      </FormField>
      {form.watch("resource") === "CODE" && (
        <FormField name="code" label={fields("resource.code.label")} hint={fields("resource.code.hint")}>
          <TextInput mono width="medium" {...form.register("code")} />
        </FormField>
      )}
    </>
  );
}
