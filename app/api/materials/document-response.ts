import type { FileContent } from "@/lib/usecases/materials/read-file";

/** A document is shown, never run, never cached, never embedded elsewhere. */
export const documentResponse = (file: FileContent): Response =>
  new Response(file.body as BodyInit, {
    status: file.status,
    headers: {
      ...file.headers,
      "Content-Type": file.mime,
      "Content-Disposition": "inline",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cache-Control": "no-store",
    },
  });
