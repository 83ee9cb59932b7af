"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatBytes, formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { SlotView } from "@/lib/usecases/materials/list-slots";

/** What lay in this slot before, newest first; it can still be looked at until the order closes. */
export function EarlierFiles({ slot, title }: { slot: SlotView; title: string }) {
  const t = useTranslations("slots");
  const locale = toLocale(useLocale());
  const files = slot.sides.flatMap(({ side, earlier }) => earlier.map((file) => ({ ...file, side })));
  if (files.length === 0) return null;
  return (
    <details className="mt-3 border-t border-line pt-2">
      <summary className="inline-flex min-h-7 cursor-pointer items-center font-semibold text-accent">
        {t("earlier", { count: files.length })}
      </summary>
      <p className="mt-1 text-small text-muted">{t("earlierText")}</p>
      <ul
        className="mt-2 flex flex-col gap-2"
        aria-label={`${t("earlier", { count: files.length })}: ${title}`}
      >
        {files.map((file) => (
          <li key={file.materialId} className="flex items-center gap-3">
            {file.thumbUrl && (
              // biome-ignore lint/performance/noImgElement: a personal document may not pass through an image cache
              <img
                src={file.thumbUrl}
                alt=""
                loading="lazy"
                className="h-10 w-14 rounded-tag border border-line object-cover"
              />
            )}
            <span className="min-w-0 text-small tabular-nums">
              <a
                href={file.fileUrl}
                target="_blank"
                rel="noreferrer"
                className="link inline-flex min-h-6 items-center"
              >
                {t("earlierFile", {
                  side: file.side === "SINGLE" ? "" : t(`side.${file.side}`),
                  time: formatDateTime(file.addedAt, locale),
                })}
              </a>
              <span className="block text-muted">
                {t("replacedAt", {
                  time: formatDateTime(file.replacedAt, locale),
                  size: formatBytes(file.bytes),
                })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
