import { useLocale, useTranslations } from "next-intl";
import { FilterForm, FilterNumber, FilterSelect } from "@/components/filing/guide/filter-fields";
import { NATURES, PRE_APPROVALS } from "@/lib/filing/application/codes";
import {
  DOMAIN_PLACES,
  ENTITY_LEADS,
  ID_PLACES,
  MOST_SERVICES,
  SERVICE_KINDS,
  SERVICE_LEADS,
  SITUATION_ORDERS,
  type Situation,
} from "@/lib/filing/guide/situation";
import { provinceName } from "@/lib/messages/codes";
import { toLocale } from "@/lib/messages/locales";

/** The questions, sent by GET. */
export function SituationForm({
  situation,
  provinces,
}: {
  situation: Situation;
  provinces: readonly string[];
}) {
  const t = useTranslations("publicMaterials");
  const codes = useTranslations("codes");
  const orders = useTranslations("orderTypes");
  const locale = toLocale(useLocale());
  const ask = <T extends string | number>(
    name: Exclude<keyof Situation, "count">,
    values: readonly T[],
    write: (value: T) => string,
    any?: string,
  ) => (
    <FilterSelect
      name={name}
      label={t(`question.${name}`)}
      value={situation[name] === null ? "" : String(situation[name])}
      {...(any !== undefined && { any })}
      options={values.map((value) => ({ value: String(value), label: write(value) }))}
    />
  );
  return (
    <FilterForm action="/materials" label={t("form")} submit={t("apply")} state={situation}>
      {ask("province", provinces, (code) => provinceName(code, locale))}
      {ask("nature", NATURES, (code) => codes(`nature.${code}`))}
      {ask("orderType", SITUATION_ORDERS, (type) => orders(`${type}.label`))}
      {ask("kind", SERVICE_KINDS, (kind) => t(`option.kind.${kind}`))}
      {ask("entityLead", ENTITY_LEADS, (lead) => t(`option.entityLead.${lead}`))}
      {ask("serviceLead", SERVICE_LEADS, (lead) => t(`option.serviceLead.${lead}`))}
      {ask("domain", DOMAIN_PLACES, (place) => t(`option.domain.${place}`))}
      {ask("id", ID_PLACES, (place) => t(`option.id.${place}`))}
      {ask("preApproval", PRE_APPROVALS, (code) => codes(`preApproval.${code}`), t("option.none"))}
      <FilterNumber
        name="count"
        label={t("question.count")}
        value={situation.count}
        min={1}
        max={MOST_SERVICES}
      />
    </FilterForm>
  );
}
