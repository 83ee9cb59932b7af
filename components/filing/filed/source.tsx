import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { formatDate } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { SetBy } from "@/lib/usecases/registry/history";

/** Whose doing something was: an order to go to, or the authority's own. */
export function Source({ by, dated }: { by: SetBy; dated?: boolean }) {
  const t = useTranslations("filed");
  const types = useTranslations("orderTypes");
  const locale = toLocale(useLocale());
  const date = dated ? `${formatDate(by.at, locale)} · ` : "";
  if (by.kind === "authority")
    return (
      <>
        {date}
        {by.notice === null ? t("byAuthority") : t("byNotice", { number: by.notice })}
      </>
    );
  if (by.kind === "holder") return <>{`${date}${t("byHolder")}`}</>;
  if (by.order === null) return <>{`${date}${t("byOtherOrder")}`}</>;
  return (
    <>
      {date}
      <Link href={`/console/orders/${by.id}`} className="link font-mono">
        {by.order.number}
      </Link>
      {` · ${types(`${by.order.type}.label`)}`}
    </>
  );
}
