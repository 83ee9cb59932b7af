import { useLocale, useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import { formatDateTimeSeconds } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { ConsentsView } from "@/lib/usecases/materials/list-consents";
import { ConsentPoints, type ConsentText } from "./consent-dialog";

type Props = { given: ConsentsView["given"]; texts: readonly ConsentText[] };

/** The separate consents of an order: to what, when, by whom, in which wording. */
export function ConsentList({ given, texts }: Props) {
  const t = useTranslations("consents");
  const locale = toLocale(useLocale());
  if (given.length === 0) return null;
  return (
    <Panel title={t("title")} description={t("text")}>
      <ul className="flex flex-col divide-y divide-line">
        {given.map(({ kind, version, at, by, mine }) => {
          const text = texts.find((one) => one.kind === kind && one.version === version);
          return (
            <li key={kind + version} className="py-2 first:pt-0 last:pb-0">
              <p className="font-semibold">{t(`${kind}.title`)}</p>
              <p className="text-small text-muted tabular-nums">
                {t("given", {
                  by: mine ? t("you") : (by ?? t("somebody")),
                  time: formatDateTimeSeconds(at, locale),
                  version,
                })}
              </p>
              {text && (
                <details className="mt-1">
                  <summary className="inline-flex min-h-6 cursor-pointer items-center text-accent">
                    {t("wording")}
                  </summary>
                  <div className="mt-2 max-w-form">
                    <ConsentPoints text={text} />
                    <p className="mt-2">{text.agree}</p>
                  </div>
                </details>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
