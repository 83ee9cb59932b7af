"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/form/choices";
import { FieldGroup, FormField } from "@/components/form/form-field";
import { FILED_CHECKS } from "@/lib/filing/application/filed-checks";
import { filedCodec } from "./filed-codec";
import type { PageView } from "./page-view";
import { SectionForm } from "./section-form";
import type { SectionActions } from "./section-state";
import { useSectionForm } from "./use-section-form";

type Props = { view: PageView; actions: SectionActions; judged: boolean };

/** What is filed already, looked at by its organiser before anything is added. */
export function FiledForm({ view, actions, judged }: Props) {
  const t = useTranslations("fields.filed");
  const state = useSectionForm(view, filedCodec, actions, judged);
  const { register, watch } = state.form;
  const checks = FILED_CHECKS.filter((check) => view.copyright || check !== "showsCopyright");
  const box = (index: number, check: (typeof FILED_CHECKS)[number] | "cancelFirst") => {
    const name = `rows.${index}.${check}` as const;
    return (
      <FormField key={check} name={name} label={t(`${check}.label`)} group>
        <Checkbox {...register(name)} label={t(`${check}.hint`)} />
      </FormField>
    );
  };
  return (
    <SectionForm view={view} state={state} actions={actions}>
      {watch("rows").map(({ id, number, cancelFirst }, index) => (
        <FieldGroup key={id} title={number} description={aboutOf(view, number)}>
          {!cancelFirst && checks.map((check) => box(index, check))}
          {box(index, "cancelFirst")}
        </FieldGroup>
      ))}
    </SectionForm>
  );
}

/** Name and domains, as far as the register tells them. */
function aboutOf({ filed }: PageView, number: string): string {
  const found = filed.find((service) => service.number === number);
  return found ? [found.name, ...found.domains].filter(Boolean).join(" · ") : "";
}
