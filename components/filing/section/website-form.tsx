"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { FieldGroup, FormField } from "@/components/form/form-field";
import { MultiSelect } from "@/components/form/multi-select";
import { TextInput } from "@/components/form/text-input";
import { LANGUAGES } from "@/lib/filing/application/codes";
import type { SampleValues as Samples } from "@/lib/usecases/sandbox/sample-values";
import type { Action } from "../actions";
import { MoreDomains } from "./more-domains";
import type { PageView } from "./page-view";
import { PreApprovals } from "./pre-approvals";
import { SampleValues } from "./sample-values";
import { SectionForm } from "./section-form";
import type { SectionActions } from "./section-state";
import { Contents, FilingNumber, Hosting, isPersonal, Licence, Remark } from "./service-fields";
import { fillEmpty, sampleOf } from "./service-samples";
import { useSectionForm } from "./use-section-form";
import { websiteCodec } from "./website-codec";

type Props = {
  view: PageView;
  /** Of a change: a further domain goes, or stays after all. */
  actions: SectionActions & { readonly dropDomain?: Action };
  judged: boolean;
  samples?: Samples | null;
};

/** One website: name, domain, what it offers, where it runs. */
export function WebsiteForm({ view, actions, judged, samples }: Props) {
  const t = useTranslations("sections");
  const fields = useTranslations("fields.service");
  const languages = useTranslations("codes.language");
  const domains = useId();
  const state = useSectionForm(view, websiteCodec, actions, judged);
  const { register, watch } = state.form;
  const who = isPersonal(view) ? "person" : "unit";
  const field = (name: string) => ({ name, label: fields(`${name}.label` as never) });
  const hint = (name: string) => fields(`${name}.hint` as never);

  const sample = sampleOf(view, "WEBSITE", samples?.sites);
  const domain = watch("domain");
  const texts = sample && {
    name: sample.name,
    homepageUrl: domain && `https://www.${domain}`,
    remark: sample.remark,
  };
  const fill = () => {
    if (!sample || !texts) return;
    fillEmpty(state.form, { ...texts, contents: sample.contents.map(String) });
    if (who === "unit" && state.form.getValues("preApprovals").length === 0)
      state.form.setValue("noPreApproval", true, { shouldDirty: true });
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
        <FormField {...field("name")} hint={t(`hint.name.${who}`)}>
          <TextInput {...register("name")} />
        </FormField>
        <FormField {...field("domain")} hint={hint("domain")}>
          <TextInput
            mono
            list={domains}
            autoCapitalize="none"
            spellCheck={false}
            readOnly={view.takenOver}
            {...register("domain")}
          />
          <datalist id={domains}>
            {view.ownDomains.map((domain) => (
              <option key={domain} value={domain} />
            ))}
          </datalist>
        </FormField>
        <MoreDomains view={view} drop={actions.dropDomain} />
        <FilingNumber view={view} />
        <FormField {...field("homepageUrl")} hint={hint("homepageUrl")}>
          <TextInput
            mono
            inputMode="url"
            autoCapitalize="none"
            spellCheck={false}
            {...register("homepageUrl")}
          />
        </FormField>
        <Contents view={view} hint={t(`hint.contents.${who}`)} />
        <FormField {...field("languages")} group>
          <MultiSelect
            {...register("languages")}
            options={LANGUAGES.map((code) => ({
              value: String(code),
              label: languages(String(code) as never),
            }))}
          />
        </FormField>
        <Remark />
        <Licence view={view} />
      </FieldGroup>
      {(who === "unit" || watch("preApprovals").length > 0) && <PreApprovals />}
      <Hosting view={view} />
    </SectionForm>
  );
}
