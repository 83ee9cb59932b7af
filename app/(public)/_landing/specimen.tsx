import { useLocale, useTranslations } from "next-intl";
import { Seal } from "@/components/ui/seal";
import { Tag } from "@/components/ui/tag";
import { formatDate } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";

const APPROVED_AT = Date.UTC(2026, 9, 16, 4);

/** What one gets in the end, drawn as a record with its stamp. */
export function Specimen() {
  const t = useTranslations("landing.specimen");
  const locale = toLocale(useLocale());
  const rows = [
    ["organizer", t("organizerValue")],
    ["nature", t("natureValue")],
    ["domain", "yunling-books.example"],
    ["number", t("numberValue")],
    ["approved", formatDate(APPROVED_AT, locale)],
  ] as const;
  return (
    <figure
      aria-label={t("label")}
      className="relative rounded-panel border border-line bg-surface px-6 pt-5 pb-7 sm:px-8"
    >
      <figcaption className="flex items-center justify-between gap-4 border-b-2 border-text pb-3">
        <span className="text-h3 font-semibold">{t("title")}</span>
        <span className="text-small text-muted">{t("mark")}</span>
      </figcaption>
      <dl>
        {rows.map(([id, value]) => (
          <div key={id} className="flex gap-4 border-b border-line py-3">
            <dt className="w-28 shrink-0 text-muted">{t(id)}</dt>
            <dd className={id === "number" ? "font-mono" : "tabular-nums"}>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-5 flex items-center justify-end gap-4">
        <Tag tone="done">{t("done")}</Tag>
        <Seal stamp className="size-16" />
      </div>
    </figure>
  );
}
