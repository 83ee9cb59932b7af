"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import { useFormContext } from "react-hook-form";
import { RadioGroup } from "@/components/form/choices";
import { FormField } from "@/components/form/form-field";
import { Select } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";
import { CERTS_BY_NATURE, NATURE_PERSON, type Nature } from "@/lib/filing/application/codes";
import { MASTER } from "@/lib/filing/policy/provinces/master";
import { provinceName } from "@/lib/messages/codes";
import { toLocale } from "@/lib/messages/locales";

export type StartForm = {
  kind: "" | "unit" | "person";
  nature: string;
  province: string;
  certType: string;
  certNo: string;
  service: "WEBSITE" | "APP";
  domain: string;
  number: string;
};

/** The few answers an order begins with; what the account knows stands there already. */
export function StartFields({
  natures,
  domains,
}: {
  natures: readonly Nature[];
  domains: readonly string[];
}) {
  const t = useTranslations("orders.start");
  const fields = useTranslations("fields");
  const codes = useTranslations("codes");
  const locale = toLocale(useLocale());
  const list = useId();
  const form = useFormContext<StartForm>();
  const { register, watch, setValue } = form;
  // In the markup too: what is known must stand there before the script does.
  const initial = form.formState.defaultValues;
  const isPerson = watch("kind") === "person";
  const isApp = watch("service") === "APP";
  const nature = (isPerson ? NATURE_PERSON : Number(watch("nature"))) as Nature;
  const units = natures.filter((code) => code !== NATURE_PERSON);
  const certs = CERTS_BY_NATURE[nature] ?? [];
  /** The usual certificate of whoever was chosen. */
  const usual = (next: Nature) => setValue("certType", String(CERTS_BY_NATURE[next]?.[0] ?? ""));
  const kind = register("kind", {
    onChange: (event: { target: { value: string } }) =>
      usual(event.target.value === "person" ? NATURE_PERSON : (Number(form.getValues("nature")) as Nature)),
  });
  return (
    <>
      <FormField name="kind" label={t("kind")} group>
        <RadioGroup
          {...kind}
          options={[
            { value: "unit", label: t("unit"), hint: t("unitHint") },
            ...(natures.includes(NATURE_PERSON)
              ? [{ value: "person", label: t("person"), hint: t("personHint") }]
              : []),
          ]}
        />
      </FormField>
      {!isPerson && (
        <FormField name="nature" label={fields("entity.nature.label")}>
          <Select
            {...register("nature", {
              onChange: (event: { target: { value: string } }) => usual(Number(event.target.value) as Nature),
            })}
            placeholder={null}
            options={units.map((code) => ({ value: String(code), label: codes(`nature.${code}` as never) }))}
          />
        </FormField>
      )}
      <FormField
        name="province"
        label={fields("entity.province.label")}
        hint={fields("entity.province.hint")}
      >
        <Select
          {...register("province")}
          defaultValue={initial?.province}
          options={MASTER.map(({ code }) => ({ value: code, label: provinceName(code, locale) }))}
        />
      </FormField>
      <FormField name="certType" label={fields("entity.certType.label")}>
        <Select
          {...register("certType")}
          placeholder={null}
          options={certs.map((code) => ({ value: String(code), label: codes(`cert.${code}` as never) }))}
        />
      </FormField>
      <FormField
        name="certNo"
        label={fields("entity.certNo.label")}
        hint={isPerson ? undefined : fields("entity.certNo.hint")}
      >
        <TextInput
          mono
          spellCheck={false}
          width="medium"
          defaultValue={initial?.certNo}
          {...register("certNo")}
        />
      </FormField>
      <FormField name="service" label={t("service")} hint={t("serviceHint")} group>
        <RadioGroup
          {...register("service")}
          defaultValue={initial?.service}
          look="inline"
          options={(["WEBSITE", "APP"] as const).map((value) => ({
            value,
            label: t(`serviceKind.${value}`),
          }))}
        />
      </FormField>
      <FormField
        name="domain"
        label={t(isApp ? "domainApp" : "domain")}
        hint={t(isApp ? "domainAppHint" : "domainHint")}
      >
        <TextInput mono list={list} autoCapitalize="none" spellCheck={false} {...register("domain")} />
        <datalist id={list}>
          {domains.map((domain) => (
            <option key={domain} value={domain} />
          ))}
        </datalist>
      </FormField>
      <FormField name="number" label={t("number")} hint={t("numberHint")} optional>
        <TextInput
          mono
          autoCapitalize="none"
          spellCheck={false}
          width="medium"
          defaultValue={initial?.number}
          {...register("number")}
        />
      </FormField>
    </>
  );
}
