"use client";

import { clsx } from "clsx";
import { RotateCcw, Trash2, Upload, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button, buttonClass, IconButton } from "@/components/ui/button";
import type { FilledView, SlotView } from "@/lib/usecases/materials/list-slots";
import { placeKey, useRun } from "./desk-context";
import { SlotPreview } from "./slot-preview";
import { SlotStatus } from "./slot-status";
import type { Job } from "./uploads";
import { useStored } from "./use-stored";

type Props = {
  slot: SlotView;
  side: string;
  /** What this is, for listeners: document, whose, which side. */
  name: string;
  sideLabel: string;
  filled: FilledView | null;
};

const ACCEPT = { image: "image/jpeg,image/png,image/gif", video: "video/mp4,video/webm" } as const;

/** One side of a document: an example to compare with, or what was uploaded; picker, drop, paste, progress, reasons. */
export function SlotSide(props: Props) {
  const { slot, side, name, sideLabel, filled } = props;
  const desk = useRun();
  const stored = useStored(desk.view.orderId);
  const [over, setOver] = useState(false);
  const errorId = useId();
  const place = placeKey(slot, side);
  const job = desk.jobs.find((one) => one.place === place);
  return (
    <fieldset
      aria-label={name}
      data-slot={place}
      data-filled={filled !== null}
      data-consent={desk.missingConsent(slot) ? slot.consent : undefined}
      onDragOver={() => setOver(true)}
      onDragLeave={() => setOver(false)}
      onDrop={() => setOver(false)}
      className={clsx(
        "flex min-w-0 flex-col gap-2 rounded-control border p-3",
        filled ? "border-line" : "border-dashed border-control",
        over && "border-accent bg-accent-wash",
      )}
    >
      <SlotPreview {...{ slot, side, filled, name }} />
      {sideLabel && <p className="text-small font-semibold">{sideLabel}</p>}
      <SlotStatus {...{ job, filled, errorId }} medium={slot.medium} problem={stored.problem} />
      {desk.view.editable && <Controls {...props} {...{ place, job, stored, errorId }} />}
    </fieldset>
  );
}

type ControlsProps = Props & {
  place: string;
  job: Job | undefined;
  stored: ReturnType<typeof useStored>;
  errorId: string;
};

function Controls({ slot, side, name, filled, place, job, stored, errorId }: ControlsProps) {
  const t = useTranslations("slots");
  const { put, cancel, retry, samples } = useRun();
  const inputId = useId();
  const onItsWay = job !== undefined && job.state.kind !== "failed";
  const again = job?.state.kind === "failed" || job?.state.kind === "waiting";

  async function sendSample() {
    const response = await fetch(`/api/sandbox/samples/${slot.code}?side=${side}`);
    if (response.ok) put(place, [await response.blob()]);
  }
  return (
    <div className="mt-auto flex flex-wrap items-center gap-2">
      {!onItsWay && (
        <label
          htmlFor={inputId}
          className={clsx(
            buttonClass("secondary", "small"),
            "relative cursor-pointer focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent",
          )}
        >
          <Upload aria-hidden />
          {filled ? t("replace") : t(`choose.${slot.medium}`)}
          <input
            id={inputId}
            type="file"
            multiple={slot.sides.length > 1}
            accept={ACCEPT[slot.medium]}
            disabled={stored.busy}
            aria-label={`${filled ? t("replace") : t(`choose.${slot.medium}`)}: ${name}`}
            aria-describedby={job?.state.kind === "failed" ? errorId : undefined}
            onChange={(event) => {
              const files = [...(event.target.files ?? [])];
              event.target.value = "";
              if (files.length > 0) put(place, files);
            }}
            className="absolute inset-0 cursor-pointer opacity-0"
          />
        </label>
      )}
      {job && again && (
        <Button size="small" variant="quiet" icon={<RotateCcw aria-hidden />} onClick={() => retry(job.id)}>
          {t("retry")}
        </Button>
      )}
      {job && (
        <Button size="small" variant="quiet" icon={<X aria-hidden />} onClick={() => cancel(job.id)}>
          {t(onItsWay ? "cancel" : "forget")}
        </Button>
      )}
      {filled && !job && (
        <IconButton
          label={`${t("remove")}: ${name}`}
          disabled={stored.busy}
          onClick={() => void stored.remove(filled.materialId)}
          className="size-7"
        >
          <Trash2 aria-hidden />
        </IconButton>
      )}
      {samples && !filled && !job && (
        <Button
          size="small"
          variant="quiet"
          onClick={() => void sendSample()}
          aria-label={`${t(`sample.${slot.medium}`)}: ${name}`}
        >
          {t(`sample.${slot.medium}`)}
        </Button>
      )}
    </div>
  );
}
