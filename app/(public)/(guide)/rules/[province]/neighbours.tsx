import { ArrowLeft, ArrowRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { slugOf } from "@/lib/filing/guide/province-slug";
import type { ProvincePolicy } from "@/lib/filing/policy/types";
import { provinceName } from "@/lib/messages/codes";
import { toLocale } from "@/lib/messages/locales";

/** The provinces before and after, in the order of their codes. */
export function Neighbours({ province, all }: { province: ProvincePolicy; all: readonly ProvincePolicy[] }) {
  const t = useTranslations("publicRules.province");
  const locale = toLocale(useLocale());
  const sorted = [...all].sort((a, b) => Number(a.code) - Number(b.code));
  const at = sorted.findIndex(({ code }) => code === province.code);
  const [before, after] = [sorted[at - 1], sorted[at + 1]];
  const look = "inline-flex items-center gap-2 rounded-control py-2 text-accent hover:underline";
  return (
    <nav
      aria-label={t("pager")}
      data-no-print
      className="mt-12 grid grid-cols-3 items-center border-t border-line pt-4"
    >
      <span>
        {before && (
          <Link href={`/rules/${slugOf(before)}`} className={look}>
            <ArrowLeft aria-hidden className="size-4 shrink-0" />
            {t("previous", { name: provinceName(before.code, locale) })}
          </Link>
        )}
      </span>
      <Link href="/rules" className={`${look} justify-center`}>
        {t("all")}
      </Link>
      <span className="text-right">
        {after && (
          <Link href={`/rules/${slugOf(after)}`} className={look}>
            {t("next", { name: provinceName(after.code, locale) })}
            <ArrowRight aria-hidden className="size-4 shrink-0" />
          </Link>
        )}
      </span>
    </nav>
  );
}
