import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "./button";

/** Newer and older: lists that grow while one reads have no page numbers. */
export function Pager({ newer, older }: { newer?: string; older?: string }) {
  const t = useTranslations("common");
  if (!newer && !older) return null;
  return (
    <nav aria-label={t("pages")} className="flex items-center justify-between gap-4 px-4 py-3 sm:px-6">
      {newer ? (
        <ButtonLink href={newer} size="small" icon={<ChevronLeft aria-hidden />}>
          {t("newer")}
        </ButtonLink>
      ) : (
        <span />
      )}
      {older && (
        <ButtonLink href={older} size="small">
          {t("older")}
          <ChevronRight aria-hidden />
        </ButtonLink>
      )}
    </nav>
  );
}
