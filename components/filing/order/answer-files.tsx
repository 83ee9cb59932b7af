"use client";

import { clsx } from "clsx";
import { ImagePlus, RotateCcw, Trash2, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef } from "react";
import { Button, buttonClass, IconButton } from "@/components/ui/button";
import { TONE_INK } from "@/components/ui/tone";
import { ANSWER_FILES, answerSubject } from "@/lib/filing/application/answer-files";
import { formatTimeSeconds } from "@/lib/messages/format";
import { refusalText } from "@/lib/messages/refusal-text";
import type { CorrectionView } from "@/lib/usecases/orders/views/corrections";
import type { Job } from "../materials/uploads";
import { useStored } from "../materials/use-stored";
import { useUploads } from "../materials/use-uploads";

type Props = {
  orderId: string;
  item: Pick<CorrectionView, "id" | "files">;
  /** What the item is called, for listeners. */
  name: string;
  /** The item is being answered: more pictures may come. */
  open: boolean;
};

/** The pictures beside an answer: what is there, what is on its way, and room for more. */
export function AnswerFiles({ orderId, item, name, open }: Props) {
  const { given, most, maxBytes } = item.files;
  const t = useTranslations("orders.corrections.files");
  const { jobs, uploads } = useUploads();
  const stored = useStored(orderId);
  const chosen = useRef(0);
  const onTheirWay = jobs.filter(({ state }) => state.kind !== "failed").length;
  const room = most - given.length - onTheirWay;

  function put(files: readonly File[]) {
    const { code, side } = ANSWER_FILES;
    const target = { orderId, code, subject: answerSubject(item.id), side, documentDate: null };
    for (const [index, file] of files.entries()) {
      chosen.current += 1;
      const place = `${item.id}:${chosen.current}`;
      const megabytes = Math.floor(maxBytes / 1_048_576);
      if (index >= room)
        uploads().refuse(place, target, file, {
          code: "invalid",
          reason: "upload.answer-full",
          params: { limit: most },
        });
      else if (file.size > maxBytes)
        uploads().refuse(place, target, file, {
          code: "too_large",
          reason: "upload.bytes",
          params: { megabytes },
        });
      else uploads().add(place, target, file);
    }
  }
  if (!open && given.length + jobs.length === 0) return null;
  return (
    <div className="flex w-full flex-col gap-2">
      {given.length > 0 && (
        <ul aria-label={t("list", { name })} className="flex flex-wrap gap-2">
          {given.map(({ materialId, thumbUrl, fileUrl }, index) => (
            <li key={materialId} className="flex items-start rounded-control border border-line p-1">
              <a href={fileUrl} target="_blank" rel="noreferrer" className="block h-16 w-20 bg-canvas">
                {/* biome-ignore lint/performance/noImgElement: a personal document may not pass through an image cache */}
                <img
                  src={thumbUrl}
                  alt={t("picture", { n: index + 1 })}
                  className="size-full object-contain"
                />
              </a>
              <IconButton
                label={t("remove", { n: index + 1 })}
                disabled={stored.busy}
                onClick={() => void stored.remove(materialId)}
                className="size-7"
              >
                <Trash2 aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <div role="status" aria-live="polite" className="flex flex-col gap-1 empty:hidden">
        {jobs.map((job) => (
          <JobLine
            key={job.id}
            job={job}
            cancel={() => uploads().cancel(job.id)}
            retry={() => uploads().retry(job.id)}
          />
        ))}
      </div>
      {stored.problem && (
        <p role="alert" className={TONE_INK.refused}>
          {stored.problem}
        </p>
      )}
      {open && room > 0 && <Choose name={name} left={t("room", { count: room })} put={put} />}
    </div>
  );
}

function Choose({ name, left, put }: { name: string; left: string; put: (files: readonly File[]) => void }) {
  const t = useTranslations("orders.corrections.files");
  const id = useId();
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <label
        htmlFor={id}
        className={clsx(
          buttonClass("secondary", "small"),
          "relative cursor-pointer focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent",
        )}
      >
        <ImagePlus aria-hidden />
        {t("add")}
        <input
          id={id}
          type="file"
          multiple
          accept="image/jpeg,image/png,image/gif"
          aria-label={`${t("add")}: ${name}`}
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            event.target.value = "";
            put(files);
          }}
          className="absolute inset-0 cursor-pointer opacity-0"
        />
      </label>
      <span className="text-small text-muted">{left}</span>
    </div>
  );
}

/** How far a picture is, when it is tried again, or why it was refused. */
function JobLine({ job: { state }, cancel, retry }: { job: Job; cancel: () => void; retry: () => void }) {
  const t = useTranslations("orders.corrections.files");
  const errors = useTranslations("errors");
  const common = useTranslations("common");
  const failed = state.kind === "failed";
  const text = failed
    ? refusalText(errors, state.refusal)
    : state.kind === "waiting"
      ? t("waiting", { time: formatTimeSeconds(state.at) })
      : t("sending");
  return (
    <div className="flex flex-wrap items-center gap-x-2 text-small">
      <span className={failed ? TONE_INK.refused : "text-muted"}>{text}</span>
      {(failed || state.kind === "waiting") && (
        <Button size="small" variant="quiet" icon={<RotateCcw aria-hidden />} onClick={retry}>
          {t("retry")}
        </Button>
      )}
      <Button size="small" variant="quiet" icon={<X aria-hidden />} onClick={cancel}>
        {failed ? t("discard") : common("cancel")}
      </Button>
    </div>
  );
}
