"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { refusalText } from "@/lib/messages/refusal-text";
import { type UploadTarget, upload } from "./upload";

export type SlotStatus =
  | { readonly kind: "idle" }
  | { readonly kind: "sending"; readonly share: number }
  | { readonly kind: "working" }
  | { readonly kind: "failed"; readonly text: string; readonly file: Blob | null };

/** One side of one slot: sending, cancelling, trying again, removing. What fails says why and keeps the file for a retry. */
export function useSlot(target: UploadTarget, maxBytes: number) {
  const router = useRouter();
  const errors = useTranslations("errors");
  const t = useTranslations("slots");
  const [status, setStatus] = useState<SlotStatus>({ kind: "idle" });
  const abort = useRef<AbortController | null>(null);

  const failed = (text: string, file: Blob | null = null) => setStatus({ kind: "failed", text, file });

  async function send(file: Blob) {
    if (file.size > maxBytes) {
      const megabytes = Math.floor(maxBytes / 1_048_576);
      return failed(errors("reason.upload.bytes" as never, { megabytes } as never));
    }
    const controller = new AbortController();
    abort.current = controller;
    setStatus({ kind: "sending", share: 0 });
    const result = await upload(
      file,
      target,
      (share) => setStatus(share < 1 ? { kind: "sending", share } : { kind: "working" }),
      controller.signal,
    );
    if (result.ok) {
      setStatus({ kind: "idle" });
      router.refresh();
    } else if (result.error === "cancelled") setStatus({ kind: "idle" });
    else if (result.error === "network") failed(t("network"), file);
    else failed(refusalText(errors, result.error));
  }

  async function change(materialId: string, method: "DELETE" | "PATCH", body?: unknown) {
    setStatus({ kind: "working" });
    try {
      const query = method === "DELETE" ? `?orderId=${target.orderId}` : "";
      const response = await fetch(`/api/materials/${materialId}${query}`, {
        method,
        ...(body === undefined
          ? {}
          : { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }),
      });
      const result = await response.json();
      if (!result.ok) return failed(refusalText(errors, result.error));
      setStatus({ kind: "idle" });
      router.refresh();
    } catch {
      failed(t("network"));
    }
  }

  return {
    status,
    send,
    cancel: () => abort.current?.abort(),
    remove: (materialId: string) => change(materialId, "DELETE"),
    setDate: (materialId: string, documentDate: string | null) =>
      change(materialId, "PATCH", { orderId: target.orderId, documentDate }),
  };
}
