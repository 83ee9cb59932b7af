import "server-only";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";

/** Enough for the longest application document; uploads stream and say their own limit. */
export const DEFAULT_MAX_BYTES = 512 * 1024;

const isJson = (headers: Headers): boolean =>
  headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() === "application/json";

const tooLarge = (maxBytes: number) => fail(refuse("too_large", { params: { bytes: maxBytes } }));

/** Refuses by the announced length before a byte is read. */
export function checkAnnounced(headers: Headers, maxBytes: number): Result<null> {
  const announced = Number(headers.get("content-length") ?? 0);
  return announced > maxBytes ? tooLarge(maxBytes) : ok(null);
}

/** Reads at most `maxBytes`, whatever was announced; more is refused as `too_large`. */
export async function readUpTo(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<Result<Buffer>> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel();
      return tooLarge(maxBytes);
    }
    chunks.push(value);
  }
  return ok(Buffer.concat(chunks));
}

/** The JSON of a request: right type, right size, real UTF-8, real JSON, or the refusal that says which. */
export async function readJson(request: Request, maxBytes: number): Promise<Result<unknown>> {
  if (!isJson(request.headers)) return fail(refuse("unsupported", { reason: "input.json" }));
  const announced = checkAnnounced(request.headers, maxBytes);
  if (!announced.ok) return announced;
  const bytes = await readUpTo(request.body, maxBytes);
  if (!bytes.ok) return bytes;
  try {
    return ok(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes.value)));
  } catch {
    return fail(refuse("invalid", { reason: "input.json" }));
  }
}
