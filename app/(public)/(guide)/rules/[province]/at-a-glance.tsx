import { useTranslations } from "next-intl";
import { DaysBar } from "@/components/filing/guide/days-bar";
import { Link } from "@/components/ui/link";
import type { ProvincePolicy } from "@/lib/filing/policy/types";

/** What most readers come for, before the whole list. */
export function AtAGlance({ province, limit }: { province: ProvincePolicy; limit: number }) {
  const t = useTranslations("publicRules");
  const [min, max] = province.days;
  const needed = (value: boolean) => t(value ? "table.needed" : "table.notNeeded");
  const rest = [
    ["lead", t(`short.entityLead.${province.entityLead}`)],
    ["serviceLetter", needed(province.serviceLeadLetter)],
    ["nonLocal", t(`short.nonLocalId.${province.nonLocalId}`)],
  ] as const;
  return (
    <dl className="grid gap-px overflow-hidden rounded-panel border border-line bg-line sm:grid-cols-2 lg:grid-cols-4">
      <div className="bg-surface px-5 py-4">
        <dt className="text-small text-muted">{t("table.days")}</dt>
        <dd className="mt-1 text-h2 font-semibold tabular-nums">{`${min}–${max}`}</dd>
        <dd className="mt-2">
          <DaysBar {...{ min, max, limit }} scale={Math.max(limit, max) * 1.1} />
        </dd>
        <dd className="mt-1 text-small text-muted">{t("province.law", { limit })}</dd>
        <dd data-no-print className="mt-1 text-small">
          <Link href={`/calendar?province=${province.code}`} className="link">
            {t("province.calendar")}
          </Link>
        </dd>
      </div>
      {rest.map(([id, value]) => (
        <div key={id} className="bg-surface px-5 py-4">
          <dt className="text-small text-muted">{t(`table.${id}`)}</dt>
          <dd className="mt-1 text-h3 font-semibold text-balance">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
