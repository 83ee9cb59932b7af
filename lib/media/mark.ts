import "server-only";
import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { kindBy } from "./kind";
import { oneAtATime } from "./queue";

/** Bytes of a mark's file; a picture for a bar of 56 px needs no more. */
export const MARK_MAX_BYTES = 512 * 1024;
const ACCEPTED = new Set(["image/png", "image/jpeg", "image/webp"]);
const MAX_PIXELS = 16_000_000;
const MIN_SIDE = 32;
/** Four times the size it is shown at. */
const BOX = { width: 512, height: 128 } as const;

/**
 * Makes a mark anew as a PNG: kind by content, no metadata, transparency kept. SVG is code, and refused.
 * Refusals: `upload.kind`, `upload.pixels`, `upload.too-small`, `upload.broken`.
 */
export async function cleanMark(picture: Buffer): Promise<Result<Buffer>> {
  const kind = await kindBy(() => fileTypeFromBuffer(picture));
  if (kind === undefined || !ACCEPTED.has(kind.mime))
    return fail(refuse("unsupported", { reason: "provider.mark-kind" }));
  return oneAtATime(() => reencode(picture));
}

async function reencode(picture: Buffer): Promise<Result<Buffer>> {
  try {
    const { width = 0, height = 0 } = await sharp(picture, { limitInputPixels: false }).metadata();
    if (width * height > MAX_PIXELS)
      return fail(
        refuse("too_large", { reason: "upload.pixels", params: { megapixels: MAX_PIXELS / 1_000_000 } }),
      );
    if (Math.min(width, height) < MIN_SIDE)
      return fail(refuse("invalid", { reason: "upload.too-small", params: { side: MIN_SIDE } }));
    const png = await sharp(picture, { limitInputPixels: MAX_PIXELS, failOn: "warning", pages: 1 })
      .rotate()
      .resize({ ...BOX, fit: "inside", withoutEnlargement: true })
      .png({ palette: true })
      .toBuffer();
    return ok(png);
  } catch {
    return fail(refuse("invalid", { reason: "upload.broken" }));
  }
}
