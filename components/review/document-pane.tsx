"use client";

import { clsx } from "clsx";
import { ChevronLeft, ChevronRight, Maximize2, RotateCw, ZoomIn, ZoomOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { DocumentVersions } from "./document-versions";
import { Film } from "./film";
import type { BenchDocument, BenchFile } from "./types";

type Props = {
  documents: readonly BenchDocument[];
  current: number;
  onCurrent: (index: number) => void;
  /** Absent: the reader cannot decide, so he cannot collect either. */
  onFlag?: (target: string, label: string) => void;
};

/** The documents of an order, one at a time: zoom, rotation, next. Keys: [ ] for the neighbours, + - for zoom, R turns. */
export function DocumentPane({ documents, current, onCurrent, onFlag }: Props) {
  const t = useTranslations("review.bench");
  const [zoom, setZoom] = useState(0);
  const [turns, setTurns] = useState(0);
  const [version, setVersion] = useState(NEWEST);
  const document = documents[current];
  const shown: BenchFile | undefined = document?.earlier.find(({ id }) => id === version) ?? document;

  function go(index: number) {
    if (index < 0 || index >= documents.length) return;
    setZoom(0);
    setTurns(0);
    setVersion(NEWEST);
    onCurrent(index);
  }
  const closer = () => setZoom((at) => Math.min(ZOOM.length - 1, at + 1));
  const farther = () => setZoom((at) => Math.max(0, at - 1));
  const turn = () => setTurns((at) => (at + 1) % 4);

  function onKeyDown(event: KeyboardEvent) {
    const act = {
      "[": () => go(current - 1),
      "]": () => go(current + 1),
      "+": closer,
      "=": closer,
      "-": farther,
      r: turn,
    }[event.key];
    if (act === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    act();
  }

  if (document === undefined || shown === undefined)
    return <p className="p-6 text-muted">{t("noDocuments")}</p>;
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex flex-wrap items-center justify-between gap-2 border-b border-line px-4 py-1.5">
        <p className="min-w-0 truncate font-semibold">{shown.label}</p>
        <div className={clsx("flex items-center", shown.film && "invisible")}>
          <IconButton label={t("zoomOut")} onClick={farther} disabled={zoom === 0}>
            <ZoomOut aria-hidden />
          </IconButton>
          <IconButton label={t("zoomIn")} onClick={closer} disabled={zoom === ZOOM.length - 1}>
            <ZoomIn aria-hidden />
          </IconButton>
          <IconButton label={t("fit")} onClick={() => setZoom(0)} disabled={zoom === 0}>
            <Maximize2 aria-hidden />
          </IconButton>
          <IconButton label={t("rotate")} onClick={turn}>
            <RotateCw aria-hidden />
          </IconButton>
        </div>
      </div>
      <section
        aria-label={shown.label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable without a mouse
        tabIndex={0}
        onKeyDown={onKeyDown}
        className="min-h-72 flex-1 overflow-auto bg-canvas"
      >
        {shown.film ? (
          <Film key={shown.id} file={shown} viewer={document.viewer} />
        ) : (
          <Picture document={shown} zoom={zoom} turns={turns} />
        )}
      </section>
      <DocumentVersions document={document} version={version} onVersion={setVersion} />
      <div className="flex flex-wrap items-center justify-between gap-2 border-t border-line px-4 py-1.5">
        <Button
          size="small"
          variant="quiet"
          icon={<ChevronLeft aria-hidden />}
          data-key="previousDocument"
          onClick={() => go(current - 1)}
          disabled={current === 0}
        >
          {t("previous")}
        </Button>
        <span className="text-small whitespace-nowrap text-muted tabular-nums">
          {t("document", { n: current + 1, total: documents.length })}
        </span>
        {onFlag && (
          <Button
            size="small"
            data-key="flagDocument"
            onClick={() => onFlag(document.target, document.label)}
          >
            {t("flagDocument")}
          </Button>
        )}
        <Button
          size="small"
          variant="quiet"
          data-key="nextDocument"
          onClick={() => go(current + 1)}
          disabled={current === documents.length - 1}
        >
          {t("next")}
          <ChevronRight aria-hidden />
        </Button>
      </div>
    </div>
  );
}

/** No earlier version is chosen. */
const NEWEST = "";
const ZOOM = ["size-full", "size-[150%]", "size-[200%]", "size-[300%]", "size-[400%]"] as const;
const TURN = ["", "rotate-90 scale-75", "rotate-180", "-rotate-90 scale-75"] as const;

/** The picture comes watermarked from the server; zoom and turn are the browser's. Classes, because the policy forbids inline styles. */
function Picture({ document, zoom, turns }: { document: BenchFile; zoom: number; turns: number }) {
  return (
    <div className={clsx("p-2", ZOOM[zoom])}>
      {/* biome-ignore lint/performance/noImgElement: a personal document may not pass through an image cache */}
      <img
        src={document.fileUrl}
        alt={document.label}
        className={clsx("size-full object-contain", TURN[turns])}
      />
    </div>
  );
}
