import type { ActionResult } from "@/lib/http/define-action";

export interface UploadTarget {
  readonly orderId: string;
  readonly code: string;
  readonly subject: string;
  readonly side: string;
  readonly documentDate: string | null;
}

export type UploadResult =
  | ActionResult<{ materialId: string }>
  | { readonly ok: false; readonly error: "network" | "cancelled" };

/** SHA-256 of the file as the browser reads it: the server compares it with what arrived. */
async function sha256Of(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The file was moved, changed or taken away since it was chosen. */
const UNREADABLE: UploadResult = { ok: false, error: { code: "invalid", reason: "upload.unreadable" } };
const CANCELLED: UploadResult = { ok: false, error: "cancelled" };
const NETWORK: UploadResult = { ok: false, error: "network" };

/**
 * Sends one file as the raw body, with progress (0…1) and a way to stop. XMLHttpRequest, because fetch still tells
 * nothing about how much of a body has left.
 */
export async function upload(
  file: Blob,
  target: UploadTarget,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<UploadResult> {
  const { orderId, code, subject, side, documentDate } = target;
  const sha256 = await sha256Of(file).catch(() => null);
  if (sha256 === null) return UNREADABLE;
  if (signal.aborted) return CANCELLED;
  const query = new URLSearchParams({ code, subject, side, sha256 });
  if (documentDate) query.set("date", documentDate);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/orders/${orderId}/materials?${query}`);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.responseType = "json";
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    // What a proxy in between answers is no JSON of ours: an outage like any other.
    request.onload = () => resolve((request.response as UploadResult | null) ?? NETWORK);
    request.onerror = () => resolve(NETWORK);
    request.onabort = () => resolve(CANCELLED);
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}
