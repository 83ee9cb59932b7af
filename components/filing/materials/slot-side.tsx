"use client";

import { clsx } from "clsx";
import { RotateCcw, Trash2, Upload, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type DragEvent, useId, useState } from "react";
import { ProgressBar } from "@/components/ui/bars";
import { Button, buttonClass, IconButton } from "@/components/ui/button";
import { TONE_INK } from "@/components/ui/tone";
import { formatBytes, formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { FilledView } from "@/lib/usecases/materials/list-slots";
import type { UploadTarget } from "./upload";
import { useSlot } from "./use-slot";

type Props = {
  target: UploadTarget;
  /** What this is, for listeners: document, whose, which side. */
  name: string;
  sideLabel: string;
  filled: FilledView | null;
  editable: boolean;
  maxBytes: number;
  /** Sandbox: offers a made-up picture, so that one can try without documents. */
  samples: boolean;
};

/** One side of a document: an example to compare with, or what was uploaded; picker, drop, progress, reasons. */
export function SlotSide(props: Props) {
  const { target, name, sideLabel, filled, editable, maxBytes, samples } = props;
  const t = useTranslations("slots");
  const slot = useSlot(target, maxBytes);
  const [over, setOver] = useState(false);
  const inputId = useId();
  const errorId = useId();
  const { status } = slot;
  const busy = status.kind === "sending" || status.kind === "working";

  function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file && editable && !busy) void slot.send(file);
  }
  async function sendSample() {
    const response = await fetch(`/api/sandbox/samples/${target.code}?side=${target.side}`);
    if (response.ok) await slot.send(await response.blob());
  }

  return (
    <fieldset
      aria-label={name}
      data-slot={`${target.code}:${target.subject}:${target.side}`}
      data-filled={filled !== null}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className={clsx(
        "flex min-w-0 flex-col gap-2 rounded-control border p-3",
        filled ? "border-line" : "border-dashed border-control",
        over && "border-accent bg-accent-wash",
      )}
    >
      <Preview {...{ target, filled, name }} />
      {sideLabel && <p className="text-small font-semibold">{sideLabel}</p>}
      <div role="status" aria-live="polite" className="min-h-5 text-small text-muted">
        <Status {...{ status, filled }} />
      </div>
      {status.kind === "failed" && (
        <p id={errorId} role="alert" className={clsx("text-small", TONE_INK.refused)}>
          {status.text}
        </p>
      )}
      {editable && (
        <div className="mt-auto flex flex-wrap items-center gap-2">
          {status.kind === "sending" ? (
            <Button size="small" icon={<X aria-hidden />} onClick={slot.cancel}>
              {t("cancel")}
            </Button>
          ) : (
            <>
              <label
                htmlFor={inputId}
                className={clsx(
                  buttonClass("secondary", "small"),
                  "relative cursor-pointer focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent",
                )}
              >
                <Upload aria-hidden />
                {filled ? t("replace") : t("choose")}
                <input
                  id={inputId}
                  type="file"
                  accept="image/jpeg,image/png,image/gif"
                  disabled={busy}
                  aria-label={`${filled ? t("replace") : t("choose")}: ${name}`}
                  aria-describedby={status.kind === "failed" ? errorId : undefined}
                  onChange={(event) => {
                    const [file] = event.target.files ?? [];
                    event.target.value = "";
                    if (file) void slot.send(file);
                  }}
                  className="absolute inset-0 cursor-pointer opacity-0"
                />
              </label>
              {status.kind === "failed" && status.file && (
                <Button
                  size="small"
                  variant="quiet"
                  icon={<RotateCcw aria-hidden />}
                  onClick={() => status.file && void slot.send(status.file)}
                >
                  {t("retry")}
                </Button>
              )}
              {filled && (
                <IconButton
                  label={`${t("remove")}: ${name}`}
                  disabled={busy}
                  onClick={() => void slot.remove(filled.materialId)}
                  className="size-7"
                >
                  <Trash2 aria-hidden />
                </IconButton>
              )}
              {samples && !filled && (
                <Button
                  size="small"
                  variant="quiet"
                  loading={busy}
                  onClick={() => void sendSample()}
                  aria-label={`${t("sample")}: ${name}`}
                >
                  {t("sample")}
                </Button>
              )}
            </>
          )}
        </div>
      )}
    </fieldset>
  );
}

function Preview({ target, filled, name }: Pick<Props, "target" | "filled" | "name">) {
  const t = useTranslations("slots");
  const frame = "block h-28 w-full overflow-hidden rounded-tag bg-canvas";
  if (filled === null)
    return (
      <span className={frame}>
        {/* biome-ignore lint/performance/noImgElement: a drawing of 1 kB needs no optimiser */}
        <img
          src={`/api/examples/${target.code}?side=${target.side}`}
          alt={t("example")}
          className="mx-auto h-full opacity-70"
        />
      </span>
    );
  return (
    <a href={filled.fileUrl} target="_blank" rel="noreferrer" className={frame}>
      {/* biome-ignore lint/performance/noImgElement: a personal document may not pass through an image cache */}
      <img src={filled.thumbUrl} alt={`${t("view")}: ${name}`} className="mx-auto h-full object-contain" />
    </a>
  );
}

function Status({
  status,
  filled,
}: {
  status: ReturnType<typeof useSlot>["status"];
  filled: FilledView | null;
}) {
  const t = useTranslations("slots");
  const locale = toLocale(useLocale());
  if (status.kind === "sending")
    return <ProgressBar value={Math.round(status.share * 100)} max={100} label={t("sending")} />;
  if (status.kind === "working") return <>{t("working")}</>;
  if (filled === null) return <>{t("drop")}</>;
  return (
    <span className="tabular-nums">
      {t("uploaded", { time: formatDateTime(filled.addedAt, locale), size: formatBytes(filled.bytes) })}
    </span>
  );
}
