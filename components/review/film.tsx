"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { BenchFile } from "./types";

/** A film with the browser's own controls; who looks is laid over it, because films are not encoded anew. */
export function Film({ file, viewer }: { file: BenchFile; viewer: string }) {
  const t = useTranslations("review.bench");
  const [failed, setFailed] = useState(false);
  return (
    <div className="relative size-full p-2">
      {/* biome-ignore lint/a11y/useMediaCaption: what applicants record has no captions */}
      <video
        controls
        controlsList="nodownload"
        disablePictureInPicture
        preload="metadata"
        playsInline
        src={file.fileUrl}
        aria-label={file.label}
        onError={() => setFailed(true)}
        className="size-full object-contain"
      />
      <p
        aria-hidden
        className="pointer-events-none absolute inset-x-0 top-1/3 -rotate-12 text-center text-h3 font-semibold text-white opacity-40 mix-blend-difference"
      >
        {viewer}
      </p>
      {failed && (
        <p
          role="alert"
          className="absolute inset-x-4 top-4 rounded-control bg-raised p-3 text-text shadow-popover"
        >
          {t("filmFailed")}
        </p>
      )}
    </div>
  );
}
