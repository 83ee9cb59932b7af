import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";

type Props = {
  path: string;
  provinces: readonly { readonly code: string; readonly name: string; readonly count: number }[];
  current: string | null;
};

const CHIP = "inline-flex min-h-8 items-center gap-1.5 rounded-full border px-3";

/** The provinces that have something in this view, with how many. */
export function ProvinceFilter({ path, provinces, current }: Props) {
  const t = useTranslations("authority");
  const total = provinces.reduce((sum, one) => sum + one.count, 0);
  const chips = [{ code: null, name: t("allProvinces"), count: total }, ...provinces];
  return (
    <nav aria-label={t("province")} className="mb-4 flex flex-wrap gap-2">
      {chips.map(({ code, name, count }) => (
        <Link
          key={code ?? "all"}
          href={code === null ? path : `${path}?province=${code}`}
          aria-current={code === current ? "page" : undefined}
          className={clsx(
            CHIP,
            code === current
              ? "border-accent bg-accent-wash font-semibold text-accent"
              : "border-control bg-surface hover:border-accent",
          )}
        >
          {name}
          <span className="text-small tabular-nums">{count}</span>
        </Link>
      ))}
    </nav>
  );
}
