import { useLocale, useTranslations } from "next-intl";
import { FilterForm, FilterSelect, FilterText } from "@/components/filing/guide/filter-fields";
import { CALENDAR_STEPS, type CalendarQuery } from "@/lib/filing/guide/calendar-query";
import { provinceName } from "@/lib/messages/codes";
import { toLocale } from "@/lib/messages/locales";

/** Province, day and step to count from. */
export function CalendarForm({ asked, provinces }: { asked: CalendarQuery; provinces: readonly string[] }) {
  const t = useTranslations("publicCalendar");
  const locale = toLocale(useLocale());
  return (
    <FilterForm action="/calendar" label={t("form")} submit={t("apply")} state={asked}>
      <FilterSelect
        name="province"
        label={t("province")}
        value={asked.province}
        options={provinces.map((value) => ({ value, label: provinceName(value, locale) }))}
      />
      <FilterText name="from" type="date" label={t("from")} value={asked.from} />
      <FilterSelect
        name="step"
        label={t("step")}
        value={asked.step}
        options={CALENDAR_STEPS.map((value) => ({ value, label: t(`steps.${value}`) }))}
      />
    </FilterForm>
  );
}
