import { useTranslations } from "next-intl";
import { FilterForm, FilterSelect, FilterText } from "@/components/filing/guide/filter-fields";
import {
  ACCESS_FILTERS,
  ENTITY_LEAD_RULES,
  LETTER_FILTERS,
  NON_LOCAL_RULES,
  PROVINCE_ORDERS,
  type ProvinceFilter,
  TIME_FILTERS,
} from "@/lib/filing/guide/compare-provinces";

/** Which provinces to compare. */
export function ProvinceFilters({ filter }: { filter: ProvinceFilter }) {
  const t = useTranslations("publicRules");
  const options = <T extends string>(values: readonly T[], label: (value: T) => string) =>
    values.map((value) => ({ value, label: label(value) }));
  const any = t("filter.any");
  return (
    <FilterForm
      action="/rules"
      label={t("filter.title")}
      submit={t("filter.apply")}
      clear={{ label: t("filter.clear"), active: Object.values(filter).some(Boolean) }}
      state={filter}
    >
      <FilterText
        name="q"
        label={t("filter.name")}
        value={filter.q}
        placeholder={t("filter.namePlaceholder")}
      />
      <FilterSelect
        name="lead"
        label={t("filter.lead")}
        value={filter.lead}
        any={any}
        options={options(ENTITY_LEAD_RULES, (value) => t(`short.entityLead.${value}`))}
      />
      <FilterSelect
        name="letter"
        label={t("filter.letter")}
        value={filter.letter}
        any={any}
        options={options(LETTER_FILTERS, (value) => t(`filter.letterOption.${value}`))}
      />
      <FilterSelect
        name="nonLocal"
        label={t("filter.nonLocal")}
        value={filter.nonLocal}
        any={any}
        options={options(NON_LOCAL_RULES, (value) => t(`short.nonLocalId.${value}`))}
      />
      <FilterSelect
        name="access"
        label={t("filter.access")}
        value={filter.access}
        any={any}
        options={options(ACCESS_FILTERS, (value) => t(`filter.accessOption.${value}`))}
      />
      <FilterSelect
        name="time"
        label={t("filter.time")}
        value={filter.time}
        any={any}
        options={options(TIME_FILTERS, (value) => t(`filter.timeOption.${value}`))}
      />
      <FilterSelect
        name="sort"
        label={t("filter.sort")}
        value={filter.sort ?? "code"}
        options={options(PROVINCE_ORDERS, (value) => t(`filter.sortOption.${value}`))}
      />
    </FilterForm>
  );
}
