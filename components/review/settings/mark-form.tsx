"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { FileInput } from "@/components/form/file-input";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Seal } from "@/components/ui/seal";
import type { Refusal } from "@/lib/filing/shared/refusal";
import { refusalText } from "@/lib/messages/refusal-text";

const ADDRESS = "/api/review/mark";

/** The picture in the bar: put up as soon as it is chosen, taken down by a press. */
export function MarkForm({ mark }: { mark: string | null }) {
  const t = useTranslations("providerSettings.mark");
  const errors = useTranslations("errors");
  const router = useRouter();
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);

  async function send(init: RequestInit) {
    setBusy(true);
    setRefused(null);
    try {
      const response = await fetch(ADDRESS, init);
      const answer = (await response.json()) as { ok: true } | { ok: false; error: Refusal };
      if (answer.ok) router.refresh();
      else setRefused(refusalText(errors, answer.error));
    } catch {
      setRefused(refusalText(errors, { code: "internal" }));
    }
    setBusy(false);
  }

  return (
    <div className="flex flex-col gap-4">
      {refused !== null && (
        <Notice tone="refused" role="alert">
          {refused}
        </Notice>
      )}
      <div className="flex min-h-16 items-center gap-4 rounded-control border border-line bg-surface px-4 py-3">
        {mark === null ? (
          <>
            <Seal className="size-10" />
            <span className="text-muted">{t("none")}</span>
          </>
        ) : (
          // biome-ignore lint/performance/noImgElement: a small picture of our own route; next/image would need its own cache and loader.
          <img src={`/api/provider/mark?v=${mark}`} alt={t("alt")} className="max-h-10 max-w-40" />
        )}
      </div>
      <div>
        <label htmlFor={id} className="mb-1 block font-semibold">
          {t("choose")}
        </label>
        <p id={`${id}-hint`} className="mb-2 text-muted">
          {t("hint")}
        </p>
        <FileInput
          id={id}
          accept="image/png,image/jpeg,image/webp"
          aria-describedby={`${id}-hint`}
          disabled={busy}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) void send({ method: "POST", body: file });
            event.target.value = "";
          }}
        />
      </div>
      {mark !== null && (
        <Button className="self-start" loading={busy} onClick={() => void send({ method: "DELETE" })}>
          {t("remove")}
        </Button>
      )}
    </div>
  );
}
