import { useLocale, useTranslations } from "next-intl";
import { useSourceText } from "@/components/filing/text/source-text";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { OFFLINE_WORKING_DAYS, offlineChannel } from "@/lib/filing/policy/offline-cancellation";
import { provinceName } from "@/lib/messages/codes";
import { formatDate } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";

/** How the authority of a province takes a cancellation on paper, and how old that knowledge is. */
export function OfflineChannel({ province }: { province: string }) {
  const t = useTranslations("waysOut");
  const sourceText = useSourceText();
  const locale = toLocale(useLocale());
  const { kind, form, note, namedForShells, source, checkedOn } = offlineChannel(province);
  const items = [
    { id: "channel", label: t("offline.channel"), value: t(`offline.kind.${kind}`) },
    { id: "form", label: t("offline.form"), value: form ?? t("offline.noForm") },
    note !== null && {
      id: "note",
      label: t("offline.note"),
      value: t(`channelNote.${note}` as never),
    },
    {
      id: "checked",
      label: t("offline.checked"),
      value: (
        <>
          {formatDate(Date.parse(checkedOn), locale)}
          <span className="block text-small text-muted">{t("source", { source: sourceText(source) })}</span>
        </>
      ),
    },
  ];
  return (
    <section aria-labelledby="offline" className="flex flex-col gap-3">
      <h2 id="offline" className="text-h3">
        {t("offline.title", { name: provinceName(province, locale) })}
      </h2>
      <Notice tone="you">{t("offline.text")}</Notice>
      <DescriptionList items={items.filter((item) => item !== false)} />
      {!namedForShells && <p className="text-muted">{t("offline.general")}</p>}
      <p className="text-muted">{t("offline.days", { days: OFFLINE_WORKING_DAYS })}</p>
      <p data-no-print>
        <Link href="/console/offline" className="link">
          {t("offline.keep")}
        </Link>
      </p>
    </section>
  );
}
