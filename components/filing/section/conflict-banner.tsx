"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { UseAutosave } from "@/components/form/use-autosave";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { SectionId, SectionValue } from "@/lib/filing/application/draft-sections";
import { fieldLabel, type TextSource } from "@/lib/messages/finding-text";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { StoredSection } from "@/lib/usecases/orders/read-draft-section";
import { conflictOf, fetchStored, labelKey, valueAt } from "./conflict";

type Props = {
  payload: unknown;
  url: string;
  section: SectionId;
  /** What stands in the form now. */
  mine: () => SectionValue;
  saver: Pick<UseAutosave<SectionValue>, "resolve">;
  take: (stored: StoredSection) => void;
};

/** Somebody else saved this page meanwhile: who, when, which fields; compare, keep mine, take theirs. */
export function ConflictBanner({ payload, url, section, mine, saver, take }: Props) {
  const t = useTranslations("sections.conflict");
  const fields = useTranslations("fields") as unknown as TextSource;
  const locale = toLocale(useLocale());
  const conflict = conflictOf(payload);
  const [theirs, setTheirs] = useState<StoredSection | null>(null);

  useEffect(() => {
    void fetchStored(url, section).then(setTheirs);
  }, [url, section]);

  const labelOf = (path: string) => fieldLabel(fields, labelKey(section, path));
  const names = [...new Set(conflict.fields.map(labelOf))].join(t("comma"));
  const keep = () => theirs && saver.resolve(theirs.version);
  return (
    <Notice
      tone="refused"
      role="alert"
      title={t("title")}
      actions={
        <>
          <Dialog
            title={t("differences")}
            size="wide"
            trigger={<Button disabled={theirs === null}>{t("show")}</Button>}
          >
            <table className="w-full text-left">
              <thead className="text-muted">
                <tr>
                  <th className="py-2 pr-4 font-semibold">{t("field")}</th>
                  <th className="py-2 pr-4 font-semibold">{t("mine")}</th>
                  <th className="py-2 font-semibold">{t("theirs")}</th>
                </tr>
              </thead>
              <tbody>
                {conflict.fields.map((path) => (
                  <tr key={path} className="border-t border-line align-top">
                    <th className="py-2 pr-4 font-normal text-muted">{labelOf(path)}</th>
                    <td className="py-2 pr-4">{valueAt(mine(), path) || t("empty")}</td>
                    <td className="py-2">{(theirs && valueAt(theirs.value, path)) || t("empty")}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Dialog>
          <Button disabled={theirs === null} onClick={keep}>
            {t("keep")}
          </Button>
          <Button disabled={theirs === null} onClick={() => theirs && take(theirs)}>
            {t("take")}
          </Button>
        </>
      }
    >
      {t("text", { by: conflict.by, time: formatDateTime(conflict.at, locale), fields: names })}
    </Notice>
  );
}
