import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { GUIDE_PAGES, GUIDE_SHORTCUTS } from "./guide-pages";

/** The public pages in the top bar, where there is room; every one of them has all of them as tabs. */
export function GuideLinks() {
  const t = useTranslations("publicRules.guide");
  return (
    <nav aria-label={t("shortcuts")} className="mr-2 hidden items-center gap-1 md:flex">
      {GUIDE_SHORTCUTS.map((id) => (
        <Link
          key={id}
          href={GUIDE_PAGES[id]}
          className="inline-flex h-9 items-center rounded-control px-2.5 text-muted hover:bg-accent-wash hover:text-accent"
        >
          {t(id)}
        </Link>
      ))}
    </nav>
  );
}
