import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { SubmittedBy } from "@/lib/usecases/orders/copy-view";

type Props = {
  declarations: readonly { readonly id: string; readonly version: string }[];
  at: number;
  by: SubmittedBy;
};

/** What was declared with a submission, in the very wording that was ticked. */
export function Declared({ declarations, at, by }: Props) {
  const t = useTranslations("declarations");
  const locale = toLocale(useLocale());
  return (
    <>
      <ul className="flex flex-col gap-3">
        {declarations.map(({ id, version }) => (
          <li key={id}>
            <p className="font-semibold">
              {t(`${id}.${version}.title` as "terms.2026-11.title")}{" "}
              <span className="font-normal text-muted">{t("versionOf", { version })}</span>
            </p>
            <p>
              {t.rich(`${id}.${version}.text` as "terms.2026-11.text", {
                page: (chunks) => (
                  <Link href={`/${id}?version=${version}`} className="link">
                    {chunks}
                  </Link>
                ),
              })}
            </p>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-muted">{t("agreed", { time: formatDateTime(at, locale), by })}</p>
    </>
  );
}
