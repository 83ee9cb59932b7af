import type { ByteRange } from "@/lib/storage";

const ONE_RANGE = /^bytes=(\d{0,15})-(\d{0,15})$/;

/**
 * What a `Range` header asks of a file: the bytes, null for all of it (no header, or one we need not understand:
 * RFC 9110 lets a server answer several ranges with the whole), "unsatisfiable" when nothing lies there.
 */
export function byteRange(header: string | null, bytes: number): ByteRange | null | "unsatisfiable" {
  const [, from = "", to = ""] = ONE_RANGE.exec(header ?? "") ?? [];
  if (from === "" && to === "") return null;
  if (from === "") {
    const last = Math.min(Number(to), bytes);
    return last === 0 ? "unsatisfiable" : { start: bytes - last, end: bytes };
  }
  const start = Number(from);
  if (to !== "" && Number(to) < start) return null;
  if (start >= bytes) return "unsatisfiable";
  return { start, end: to === "" ? bytes : Math.min(Number(to) + 1, bytes) };
}

/** Status and headers of an answer to it. */
export function rangeHead(
  range: ReturnType<typeof byteRange>,
  bytes: number,
): { readonly status: number; readonly headers: Readonly<Record<string, string>> } {
  if (range === "unsatisfiable")
    return { status: 416, headers: { "Content-Range": `bytes */${bytes}`, "Accept-Ranges": "bytes" } };
  if (range === null)
    return { status: 200, headers: { "Content-Length": String(bytes), "Accept-Ranges": "bytes" } };
  return {
    status: 206,
    headers: {
      "Accept-Ranges": "bytes",
      "Content-Range": `bytes ${range.start}-${range.end - 1}/${bytes}`,
      "Content-Length": String(range.end - range.start),
    },
  };
}
