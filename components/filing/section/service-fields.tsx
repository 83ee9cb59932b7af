"use client";

import { useLocale, useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { FieldGroup, FormField } from "@/components/form/form-field";
import { MultiSelect } from "@/components/form/multi-select";
import { Select } from "@/components/form/select";
import { TextArea, TextInput } from "@/components/form/text-input";
import { ACCESS_METHODS, NATURE_PERSON, SERVICE_CONTENTS } from "@/lib/filing/application/codes";
import { MASTER } from "@/lib/filing/policy/provinces/master";
import { provinceName } from "@/lib/messages/codes";
import { toLocale } from "@/lib/messages/locales";
import type { PageView } from "./page-view";
import { ResourcePicker } from "./resource-picker";
import type { ServiceForm } from "./service-codec";

/** What a person's service may be about (DF §6.8): a blog, or something else with a remark. */
const FOR_PERSONS = [6, 24];
/** What most units choose stands first. */
const UNIT_PORTAL = 8;
const FOR_UNITS = [UNIT_PORTAL, ...SERVICE_CONTENTS.filter((code) => code !== UNIT_PORTAL)];

export const isPersonal = (view: PageView): boolean => view.around.entity.nature === NATURE_PERSON;

/** Label of a field of the catalogue, and its hint. */
function useField() {
  const fields = useTranslations("fields.service");
  return {
    field: (name: string) => ({ name, label: fields(`${name}.label` as never) }),
    hint: (name: string) => fields(`${name}.hint` as never),
  };
}

/** Asked where something filed is added to or gets access; elsewhere only what is there already is shown. */
export function FilingNumber({ view }: { view: PageView }) {
  const { field, hint } = useField();
  const { register, watch } = useFormContext<ServiceForm>();
  if (view.order.type === "FIRST_FILING" && watch("serviceFilingNumber") === "") return null;
  return (
    <FormField
      {...field("serviceFilingNumber")}
      hint={hint("serviceFilingNumber")}
      optional={!view.order.type.startsWith("ACCESS")}
    >
      <TextInput mono spellCheck={false} readOnly={view.takenOver} {...register("serviceFilingNumber")} />
    </FormField>
  );
}

export function Contents({ view, hint }: { view: PageView; hint: string }) {
  const codes = useTranslations("codes.content");
  const { field } = useField();
  const { register } = useFormContext<ServiceForm>();
  const offered = isPersonal(view) ? FOR_PERSONS : FOR_UNITS;
  return (
    <FormField {...field("contents")} hint={hint} group>
      <MultiSelect
        {...register("contents")}
        options={offered.map((code) => ({ value: String(code), label: codes(String(code) as never) }))}
      />
    </FormField>
  );
}

export function Remark() {
  const { field, hint } = useField();
  const { register } = useFormContext<ServiceForm>();
  return (
    <FormField {...field("remark")} hint={hint("remark")}>
      <TextArea rows={4} limit={1024} {...register("remark")} />
    </FormField>
  );
}

/** A unit's licence for commercial services; persons have none. */
export function Licence({ view }: { view: PageView }) {
  const { field, hint } = useField();
  const { register, watch } = useFormContext<ServiceForm>();
  if (isPersonal(view) && watch("commercialLicence") === "") return null;
  return (
    <FormField {...field("commercialLicence")} hint={hint("commercialLicence")} optional>
      <TextInput mono spellCheck={false} {...register("commercialLicence")} />
    </FormField>
  );
}

/** Server, kind of access, place, addresses. */
export function Hosting({ view }: { view: PageView }) {
  const t = useTranslations("sections.group");
  const codes = useTranslations("codes.accessMethod");
  const locale = toLocale(useLocale());
  const { field, hint } = useField();
  const { register } = useFormContext<ServiceForm>();
  return (
    <FieldGroup title={t("hosting")} description={t("hostingText")}>
      <ResourcePicker resources={view.resources} silent={view.silent.includes("inventory")} />
      <FormField {...field("accessMethod")}>
        <Select
          {...register("accessMethod")}
          options={ACCESS_METHODS.map((code) => ({
            value: String(code),
            label: codes(String(code) as never),
          }))}
        />
      </FormField>
      <FormField {...field("serverLocation")}>
        <Select
          {...register("serverLocation")}
          options={MASTER.map(({ code }) => ({ value: code, label: provinceName(code, locale) }))}
        />
      </FormField>
      <FormField {...field("ips")} hint={hint("ips")}>
        <TextArea rows={2} className="font-mono" {...register("ips")} />
      </FormField>
    </FieldGroup>
  );
}
