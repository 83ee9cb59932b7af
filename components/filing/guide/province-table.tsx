import { clsx } from "clsx";
import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { slugOf } from "@/lib/filing/guide/province-slug";
import type { ProvincePolicy } from "@/lib/filing/policy/types";
import { provinceName } from "@/lib/messages/codes";
import { toLocale } from "@/lib/messages/locales";
import { DaysBar } from "./days-bar";

const TH =
  "bg-surface shadow-[inset_0_-1px_0_var(--line)] px-3 py-2.5 align-bottom text-small font-semibold text-muted";
const TD = "border-b border-line px-3 py-2.5 align-middle group-last/row:border-0";
/** The first column stays in sight where the table scrolls sideways. */
const FIRST = "sticky left-0 z-10 bg-surface pl-4 lg:static sm:pl-6";

type Props = { provinces: readonly ProvincePolicy[]; limit: number };

/** The provinces side by side. Wide screens keep its head in sight, phones its first column. */
export function ProvinceTable({ provinces, limit }: Props) {
  const t = useTranslations("publicRules.table");
  const scale = Math.max(limit, ...provinces.map(({ days }) => days[1]));
  const columns = ["days", "lead", "serviceLetter", "rename", "access", "nonLocal", "age"] as const;
  return (
    <Table
      label={t("label")}
      frameClassName="rounded-panel border border-line bg-surface lg:overflow-x-visible print:border-0"
      className="min-w-[64rem] lg:min-w-0"
    >
      <thead className="lg:sticky lg:top-14 lg:z-20 lg:group-has-data-banner/frame:top-[5.25rem] print:static">
        <tr>
          <th scope="col" className={clsx(TH, FIRST, "rounded-tl-panel")}>
            {t("province")}
          </th>
          {columns.map((column) => (
            <th key={column} scope="col" className={clsx(TH, "last:rounded-tr-panel last:pr-4 sm:last:pr-6")}>
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {provinces.map((province) => (
          <ProvinceRow key={province.code} {...{ province, limit, scale }} />
        ))}
      </tbody>
    </Table>
  );
}

function ProvinceRow({ province, limit, scale }: { province: ProvincePolicy; limit: number; scale: number }) {
  const t = useTranslations("publicRules");
  const locale = toLocale(useLocale());
  const [min, max] = province.days;
  const { unit, person } = province.minAge;
  return (
    <tr className="group/row hover:bg-accent-wash">
      <th
        scope="row"
        className={clsx(TD, FIRST, "font-normal whitespace-nowrap group-hover/row:bg-accent-wash")}
      >
        <Link href={`/rules/${slugOf(province)}`} className="link">
          {provinceName(province.code, locale)}
        </Link>
      </th>
      <td className={clsx(TD, "w-44")}>
        <span className="flex items-center gap-3">
          <span className="w-14 shrink-0 tabular-nums">{`${min}–${max}`}</span>
          <span className="block w-full min-w-20">
            <DaysBar {...{ min, max, limit, scale }} />
          </span>
        </span>
        {max > limit && <span className="text-small text-tone-you">{t("table.over")}</span>}
      </td>
      <td className={TD}>{t(`short.entityLead.${province.entityLead}`)}</td>
      <YesNo value={province.serviceLeadLetter} />
      <YesNo value={province.nameChangeLetter} />
      <td className={TD}>{t(`short.access.${province.accessInfoMayDiffer ? "yes" : "no"}`)}</td>
      <td className={TD}>{t(`short.nonLocalId.${province.nonLocalId}`)}</td>
      <td
        className={clsx(TD, "pr-4 whitespace-nowrap tabular-nums sm:pr-6")}
      >{`${unit ?? "-"} / ${person ?? "-"}`}</td>
    </tr>
  );
}

function YesNo({ value }: { value: boolean }) {
  const t = useTranslations("publicRules.table");
  return <td className={clsx(TD, !value && "text-muted")}>{t(value ? "needed" : "notNeeded")}</td>;
}
