"use client";

import { useLocale, useTranslations } from "next-intl";
import { DateRange } from "@/components/form/dates";
import { FieldGroup, FormField } from "@/components/form/form-field";
import { Select } from "@/components/form/select";
import { TextArea, TextInput } from "@/components/form/text-input";
import {
  CERTS_BY_NATURE,
  NATURE_ENTERPRISE,
  NATURE_PERSON,
  type Nature,
} from "@/lib/filing/application/codes";
import { MASTER } from "@/lib/filing/policy/provinces/master";
import { provinceName } from "@/lib/messages/codes";
import { toLocale } from "@/lib/messages/locales";
import type { KnownEntity } from "@/lib/usecases/orders/list-known-parts";
import type { KnownPart } from "@/lib/usecases/orders/take-known-part";
import type { SampleValues as Samples } from "@/lib/usecases/sandbox/sample-values";
import { entityCodec } from "./entity-codec";
import type { GivenDivisions } from "./entity-divisions";
import { KnownEntityOffer } from "./entity-known";
import { EntityNature } from "./entity-nature";
import { EntityPlace } from "./entity-place";
import type { KnownOffer } from "./known-offer";
import type { PageView } from "./page-view";
import { SampleValues } from "./sample-values";
import { SectionForm } from "./section-form";
import type { SectionActions } from "./section-state";
import { useSectionForm } from "./use-section-form";

type Props = {
  view: PageView;
  actions: SectionActions;
  judged: boolean;
  samples?: Samples | null;
  known?: KnownOffer<KnownEntity>;
  /** Divisions of the province in the draft. */
  divisions?: GivenDivisions;
};

const SAMPLED = [
  "certValidFrom",
  "certValidTo",
  "certAddress",
  "investorOrSuperior",
  "businessScope",
  "city",
  "district",
  "commAddress",
] as const;

/** What is copied from an earlier order: everything but the answers this one started from. */
const REUSED = ["name", ...SAMPLED, "remark"] as const;

/** The organiser: certificate, name, addresses. */
export function EntityForm({ view, actions, judged, samples, divisions, known }: Props) {
  const t = useTranslations("sections");
  const fields = useTranslations("fields.entity");
  const codes = useTranslations("codes");
  const numbers = useTranslations("certificates.number");
  const locale = toLocale(useLocale());
  const state = useSectionForm(view, entityCodec, actions, judged);
  const { register, watch } = state.form;
  const nature = Number(watch("nature")) as Nature;
  const certType = watch("certType");
  const who = nature === NATURE_PERSON ? "person" : "unit";
  const label = (field: string) => fields(`${field}.label` as never);
  const hint = (field: string) => fields(`${field}.hint` as never);
  const field = (name: string) => ({ name, label: label(name) });

  const sample = samples && entityCodec.toForm(samples.entity);
  const fill = () => {
    if (!sample) return;
    const { getValues, setValue } = state.form;
    const dated = getValues("certLongTerm") || getValues("certValidTo") !== "";
    for (const name of SAMPLED)
      if (getValues(name) === "") setValue(name, sample[name], { shouldDirty: true });
    if (!dated) setValue("certLongTerm", sample.certLongTerm, { shouldDirty: true });
  };
  const [offered] = known?.list ?? [];
  /** What is typed stays; whoever wants the earlier value empties the field. */
  const reuse = ({ entity }: KnownPart) => {
    const { getValues, setValue } = state.form;
    const earlier = entityCodec.toForm(entity ?? {});
    const dated = getValues("certLongTerm") || getValues("certValidTo") !== "";
    const empty = REUSED.filter((name) => getValues(name) === "" && earlier[name] !== "");
    for (const name of empty) setValue(name, earlier[name], { shouldDirty: true });
    if (!dated && earlier.certLongTerm) setValue("certLongTerm", true, { shouldDirty: true });
    return empty.length;
  };
  const rows = SAMPLED.flatMap((name) =>
    sample?.[name] ? [{ label: label(name), value: sample[name] }] : [],
  );

  return (
    <SectionForm
      view={view}
      state={state}
      actions={actions}
      aside={
        <>
          {offered && known && (
            <KnownEntityOffer orderId={view.order.id} known={offered} take={known.take} fill={reuse} />
          )}
          {sample && <SampleValues groups={[{ id: "entity", rows }]} fill={fill} />}
        </>
      }
    >
      <FieldGroup title={t("group.certificate")} description={t(`group.certificateText.${who}` as never)}>
        <FormField {...field("province")} hint={hint("province")}>
          <Select
            {...register("province")}
            options={MASTER.map(({ code }) => ({ value: code, label: provinceName(code, locale) }))}
          />
        </FormField>
        {who === "unit" && <EntityNature view={view} form={state.form} />}
        <FormField {...field("certType")} hint={hint("certType")}>
          <Select
            {...register("certType")}
            options={(CERTS_BY_NATURE[nature] ?? []).map((code) => ({
              value: String(code),
              label: codes(`cert.${code}` as never),
            }))}
          />
        </FormField>
        <FormField {...field("certNo")} hint={certType === "" ? hint("certNo") : numbers(certType as never)}>
          <TextInput mono spellCheck={false} {...register("certNo")} />
        </FormField>
        {(view.order.type !== "FIRST_FILING" || watch("recordNumber") !== "") && (
          <FormField
            {...field("recordNumber")}
            hint={hint("recordNumber")}
            optional={!view.order.type.startsWith("ACCESS")}
          >
            <TextInput mono spellCheck={false} {...register("recordNumber")} />
          </FormField>
        )}
        <FormField {...field("name")} hint={hint("name")}>
          <TextInput {...register("name")} />
        </FormField>
        <FormField name="certValidTo" label={t("label.validity")} hint={hint("certValidTo")} group>
          <DateRange
            from={register("certValidFrom")}
            to={register("certValidTo")}
            longTerm={register("certLongTerm")}
            isLongTerm={watch("certLongTerm")}
          />
        </FormField>
        <FormField {...field("certAddress")} hint={hint("certAddress")}>
          <TextInput {...register("certAddress")} />
        </FormField>
        {who === "unit" && (
          <FormField {...field("investorOrSuperior")} hint={t(`investor.${investorOf(nature)}`)}>
            <TextInput {...register("investorOrSuperior")} />
          </FormField>
        )}
        {who === "unit" && (
          <FormField {...field("businessScope")} hint={hint("businessScope")} optional>
            <TextArea rows={3} limit={2000} {...register("businessScope")} />
          </FormField>
        )}
      </FieldGroup>
      <FieldGroup title={t("group.contact")} description={t("group.contactText")}>
        <EntityPlace form={state.form} given={divisions} />
        <FormField {...field("commAddress")} hint={hint("commAddress")}>
          <TextInput {...register("commAddress")} />
        </FormField>
        <FormField {...field("remark")} optional hint={hint("remark")}>
          <TextArea rows={3} limit={1024} {...register("remark")} />
        </FormField>
      </FieldGroup>
    </SectionForm>
  );
}

/** Whose name is asked for behind the organiser: state bodies have a superior, others a supervising body (DF §6.2). */
const investorOf = (nature: Nature): "enterprise" | "state" | "other" =>
  nature === NATURE_ENTERPRISE ? "enterprise" : nature <= 3 ? "state" : "other";
