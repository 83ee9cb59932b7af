"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import { FieldGroup, FormField } from "@/components/form/form-field";
import { MultiSelect } from "@/components/form/multi-select";
import { Select } from "@/components/form/select";
import { TextArea, TextInput } from "@/components/form/text-input";
import { ACCESS_METHODS, LANGUAGES, NATURE_PERSON, SERVICE_CONTENTS } from "@/lib/filing/application/codes";
import { PROVINCES } from "@/lib/filing/policy/provinces";
import { provinceName } from "@/lib/messages/codes";
import { toLocale } from "@/lib/messages/locales";
import type { SampleValues as Samples } from "@/lib/usecases/sandbox/sample-values";
import type { PageView } from "./page-view";
import { PreApprovals } from "./pre-approvals";
import { ResourcePicker } from "./resource-picker";
import { SampleValues } from "./sample-values";
import { SectionForm } from "./section-form";
import { type SectionActions, useSectionForm } from "./use-section-form";
import { websiteCodec } from "./website-codec";

type Props = { view: PageView; actions: SectionActions; judged: boolean; samples?: Samples | null };

/** What a person's site may be about (DF §6.8): a blog, or something else with a remark. */
const FOR_PERSONS = [6, 24];
/** What most units choose stands first. */
const UNIT_PORTAL = 8;

/** One website: name, domain, what it offers, where it runs. */
export function WebsiteForm({ view, actions, judged, samples }: Props) {
  const t = useTranslations("sections");
  const fields = useTranslations("fields.service");
  const codes = useTranslations("codes");
  const locale = toLocale(useLocale());
  const domains = useId();
  const state = useSectionForm(view, websiteCodec, actions, judged);
  const { register } = state.form;
  const isPerson = view.around.entity.nature === NATURE_PERSON;
  const field = (name: string) => ({ name, label: fields(`${name}.label` as never) });
  const hint = (name: string) => fields(`${name}.hint` as never);
  const contents = isPerson
    ? FOR_PERSONS
    : [UNIT_PORTAL, ...SERVICE_CONTENTS.filter((code) => code !== UNIT_PORTAL)];
  const choice = (kind: string) => (code: number) => ({
    value: String(code),
    label: codes(`${kind}.${code}` as never),
  });

  const { getValues, setValue, watch } = state.form;
  const number = view.around.services.findIndex(({ id }) => view.section === `service:${id}`);
  const sample = samples?.sites[number];
  const domain = watch("domain");
  const texts = sample && {
    name: sample.name,
    homepageUrl: domain && `https://www.${domain}`,
    remark: sample.remark,
  };
  const fill = () => {
    if (!texts) return;
    for (const name of ["name", "homepageUrl", "remark"] as const)
      if (getValues(name) === "") setValue(name, texts[name], { shouldDirty: true });
    if (getValues("contents").length === 0)
      setValue("contents", sample.contents.map(String), { shouldDirty: true });
    if (!isPerson && getValues("preApprovals").length === 0)
      setValue("noPreApproval", true, { shouldDirty: true });
  };
  const rows = Object.entries(texts ?? {}).flatMap(([name, value]) =>
    value ? [{ label: field(name).label, value }] : [],
  );

  return (
    <SectionForm
      view={view}
      state={state}
      actions={actions}
      aside={sample && <SampleValues groups={[{ id: "site", rows }]} fill={fill} />}
    >
      <FieldGroup title={t("group.site")}>
        <FormField {...field("name")} hint={t(`hint.name.${isPerson ? "person" : "unit"}`)}>
          <TextInput {...register("name")} />
        </FormField>
        <FormField {...field("domain")} hint={hint("domain")}>
          <TextInput mono list={domains} autoCapitalize="none" spellCheck={false} {...register("domain")} />
          <datalist id={domains}>
            {view.ownDomains.map((domain) => (
              <option key={domain} value={domain} />
            ))}
          </datalist>
        </FormField>
        {(view.order.type !== "FIRST_FILING" || watch("serviceFilingNumber") !== "") && (
          <FormField
            {...field("serviceFilingNumber")}
            hint={hint("serviceFilingNumber")}
            optional={!view.order.type.startsWith("ACCESS")}
          >
            <TextInput mono spellCheck={false} {...register("serviceFilingNumber")} />
          </FormField>
        )}
        <FormField {...field("homepageUrl")} hint={hint("homepageUrl")}>
          <TextInput
            mono
            inputMode="url"
            autoCapitalize="none"
            spellCheck={false}
            {...register("homepageUrl")}
          />
        </FormField>
        <FormField {...field("contents")} hint={t(`hint.contents.${isPerson ? "person" : "unit"}`)} group>
          <MultiSelect {...register("contents")} options={contents.map(choice("content"))} />
        </FormField>
        <FormField {...field("languages")} group>
          <MultiSelect {...register("languages")} options={LANGUAGES.map(choice("language"))} />
        </FormField>
        <FormField {...field("remark")} hint={hint("remark")}>
          <TextArea rows={4} limit={1024} {...register("remark")} />
        </FormField>
      </FieldGroup>
      {(!isPerson || watch("preApprovals").length > 0) && <PreApprovals form={state.form} />}
      <FieldGroup title={t("group.hosting")} description={t("group.hostingText")}>
        <ResourcePicker form={state.form} resources={view.resources} />
        <FormField {...field("accessMethod")}>
          <Select {...register("accessMethod")} options={ACCESS_METHODS.map(choice("accessMethod"))} />
        </FormField>
        <FormField {...field("serverLocation")}>
          <Select
            {...register("serverLocation")}
            options={PROVINCES.map(({ code }) => ({ value: code, label: provinceName(code, locale) }))}
          />
        </FormField>
        <FormField {...field("ips")} hint={hint("ips")}>
          <TextArea rows={2} className="font-mono" {...register("ips")} />
        </FormField>
      </FieldGroup>
    </SectionForm>
  );
}
