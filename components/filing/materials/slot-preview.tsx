"use client";

import { useTranslations } from "next-intl";
import type { FilledView, SlotView } from "@/lib/usecases/materials/list-slots";

type Props = { slot: SlotView; side: string; filled: FilledView | null; name: string };

const FRAME = "block h-28 w-full overflow-hidden rounded-tag bg-canvas";

/** An example to compare with, the uploaded picture, or the film to play. */
export function SlotPreview({ slot, side, filled, name }: Props) {
  const t = useTranslations("slots");
  if (filled === null)
    return (
      <span className={FRAME}>
        {/* biome-ignore lint/performance/noImgElement: a drawing of 1 kB needs no optimiser */}
        <img
          src={`/api/examples/${slot.code}?side=${side}`}
          alt={t("example")}
          className="mx-auto h-full opacity-70"
        />
      </span>
    );
  if (filled.thumbUrl === null)
    return (
      // biome-ignore lint/a11y/useMediaCaption: what applicants record has no captions
      <video
        key={filled.materialId}
        controls
        playsInline
        preload="metadata"
        src={filled.fileUrl}
        aria-label={`${t("view")}: ${name}`}
        className="h-40 w-full rounded-tag bg-canvas object-contain"
      />
    );
  return (
    <a href={filled.fileUrl} target="_blank" rel="noreferrer" className={FRAME}>
      {/* biome-ignore lint/performance/noImgElement: a personal document may not pass through an image cache */}
      <img src={filled.thumbUrl} alt={`${t("view")}: ${name}`} className="mx-auto h-full object-contain" />
    </a>
  );
}
