"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { FileInput } from "@/components/form/file-input";
import { Tag } from "@/components/ui/tag";
import type { ManualSide, ManualSlotId } from "@/lib/filing/manual/slots";
import type { Refusal } from "@/lib/filing/shared/refusal";
import { refusalText } from "@/lib/messages/refusal-text";

type Props = {
  requestId: string;
  slot: ManualSlotId;
  side: ManualSide;
  fileId: string | null;
  open: boolean;
};

async function sha256Of(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** One side of a document: sent as soon as it is chosen, replaced by the next. */
export function SlotUpload({ requestId, slot, side, fileId, open }: Props) {
  const t = useTranslations("manual");
  const errors = useTranslations("errors");
  const router = useRouter();
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const name = `${t(`slot.${slot}`)} · ${t(`side.${side}`)}`;

  async function send(file: File) {
    setBusy(true);
    setRefused(null);
    try {
      const query = new URLSearchParams({ slot, side, sha256: await sha256Of(file) });
      const response = await fetch(`/api/manual/${requestId}/files?${query}`, {
        method: "POST",
        headers: { "Content-Type": "application/octet-stream" },
        body: file,
      });
      const answer = (await response.json()) as { ok: true } | { ok: false; error: Refusal };
      if (answer.ok) router.refresh();
      else setRefused(refusalText(errors, answer.error));
    } catch {
      setRefused(refusalText(errors, { code: "internal" }));
    }
    setBusy(false);
  }

  return (
    <div className="flex flex-col gap-1 py-2">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {open ? <label htmlFor={id}>{name}</label> : <span>{name}</span>}
        {fileId !== null && (
          <>
            <Tag tone="done">{t("there")}</Tag>
            <a href={`/api/manual/files/${fileId}`} target="_blank" rel="noreferrer" className="link">
              {t("view")}
            </a>
          </>
        )}
      </p>
      {open && (
        <FileInput
          id={id}
          accept="image/png,image/jpeg,image/webp"
          disabled={busy}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) void send(file);
            event.target.value = "";
          }}
        />
      )}
      {refused !== null && (
        <p role="alert" className="text-tone-refused">
          {refused}
        </p>
      )}
    </div>
  );
}
