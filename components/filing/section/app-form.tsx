"use client";

import { useTranslations } from "next-intl";
import { FieldGroup, FormField } from "@/components/form/form-field";
import { TextInput } from "@/components/form/text-input";
import { Link } from "@/components/ui/link";
import type { SampleValues as Samples } from "@/lib/usecases/sandbox/sample-values";
import { appCodec } from "./app-codec";
import { AppDomains } from "./app-domains";
import { AppGame } from "./app-game";
import { AppPackages } from "./app-packages";
import { AppSdks } from "./app-sdks";
import { newId } from "./new-id";
import type { PageView } from "./page-view";
import { PreApprovals } from "./pre-approvals";
import { SampleValues } from "./sample-values";
import { SectionForm } from "./section-form";
import type { SectionActions } from "./section-state";
import { Contents, FilingNumber, Hosting, isPersonal, Licence, Remark } from "./service-fields";
import { fillEmpty, sampleOf } from "./service-samples";
import { useSectionForm } from "./use-section-form";

type Props = { view: PageView; actions: SectionActions; judged: boolean; samples?: Samples | null };

/** One APP: name, domains, what it offers, what is installed on which platform, where it runs. */
export function AppForm({ view, actions, judged, samples }: Props) {
  const t = useTranslations("sections");
  const fields = useTranslations("fields");
  const state = useSectionForm(view, appCodec, actions, judged);
  const { form } = state;
  const { getValues, register, setValue, watch } = form;
  const who = isPersonal(view) ? "person" : "unit";

  const sample = sampleOf(view, "APP", samples?.apps);
  const domain = view.ownDomains[0] ? `api.${view.ownDomains[0]}` : "";
  const fill = () => {
    if (!sample) return;
    const { name, remark, contents, packages } = sample;
    fillEmpty(form, {
      ...{ name, remark, contents: contents.map(String), game: "NONE" },
      packages: packages.map((item) => ({ ...item, id: newId("pkg") })),
    });
    const rows = getValues("domains");
    if (domain && rows.every((row) => row.domain === ""))
      setValue("domains", [{ id: rows[0]?.id ?? newId("dom"), domain }], { shouldDirty: true });
    if (getValues("sdks").length === 0) setValue("noSdk", true, { shouldDirty: true });
    if (who === "unit" && getValues("preApprovals").length === 0)
      setValue("noPreApproval", true, { shouldDirty: true });
  };
  const platforms = useTranslations("codes.platform");
  const groups = sample && [
    {
      id: "app",
      rows: [
        { label: fields("service.name.label"), value: sample.name },
        { label: fields("service.domains.label"), value: domain },
        { label: fields("service.remark.label"), value: sample.remark },
      ].filter(({ value }) => value !== ""),
    },
    ...sample.packages.map(({ platform, ...values }) => ({
      id: platform,
      title: platforms(platform),
      rows: (["packageName", "publicKey", "certFingerprint"] as const).map((name) => ({
        label: fields(`package.${name}.label`),
        value: values[name],
      })),
    })),
  ];

  return (
    <SectionForm
      view={view}
      state={state}
      actions={actions}
      aside={groups && <SampleValues groups={groups} fill={fill} />}
    >
      <FieldGroup title={t("app.title")}>
        <FormField name="name" label={fields("service.name.label")} hint={t("app.name")}>
          <TextInput {...register("name")} />
        </FormField>
        <FormField name="icon" label={t("app.icon")} group>
          <p className="md:pt-2">
            {t.rich("app.iconText", {
              link: (text) => (
                <Link href={`/console/orders/${view.order.id}/materials`} className="link">
                  {text}
                </Link>
              ),
            })}
          </p>
        </FormField>
        <AppDomains known={view.ownDomains} />
        <FilingNumber view={view} />
        <Contents view={view} hint={t(who === "person" ? "hint.contents.person" : "app.contents")} />
        <Remark />
        <Licence view={view} />
      </FieldGroup>
      <AppPackages />
      <AppSdks />
      <AppGame />
      {(who === "unit" || watch("preApprovals").length > 0) && <PreApprovals />}
      <Hosting view={view} />
    </SectionForm>
  );
}
