import "server-only";
import { fileTypeFromFile } from "file-type";
import sharp from "sharp";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { kindBy } from "./kind";
import { oneAtATime } from "./queue";

// sharp takes a whole core per picture: one at a time keeps the pages responsive (AN §A.3).
sharp.concurrency(1);
sharp.cache(false);

export interface ImageLimits {
  /** Width × height a decoder may be asked to open. */
  readonly maxPixels: number;
  /** Shorter side below which nobody can read a document. */
  readonly minSide: number;
}

export interface CleanImage {
  /** JPEG, upright, without metadata, at most 4096 px on the longer side. */
  readonly image: Buffer;
  readonly thumb: Buffer;
  readonly mime: "image/jpeg";
  readonly width: number;
  readonly height: number;
}

const ACCEPTED = new Set(["image/jpeg", "image/png", "image/gif"]);
const HEIC = new Set([
  "image/heic",
  "image/heif",
  "image/heic-sequence",
  "image/heif-sequence",
  "image/avif",
]);
const MAX_SIDE = 4096;
const THUMB_SIDE = 320;

/**
 * Turns whatever arrived into a picture we made ourselves: kind by content, pixel limits, re-encoded (which drops
 * metadata and anything hidden behind the pixels), with a thumbnail.
 * Refusals: `upload.heic`, `upload.kind`, `upload.pixels`, `upload.too-small`, `upload.broken`.
 */
export async function cleanImage(path: string, limits: ImageLimits): Promise<Result<CleanImage>> {
  const kind = await kindBy(() => fileTypeFromFile(path));
  if (kind !== undefined && HEIC.has(kind.mime))
    return fail(refuse("unsupported", { reason: "upload.heic" }));
  if (kind === undefined || !ACCEPTED.has(kind.mime)) {
    return fail(refuse("unsupported", { reason: "upload.kind", params: { kind: kind?.ext ?? "?" } }));
  }
  return oneAtATime(() => reencode(path, limits));
}

async function reencode(path: string, limits: ImageLimits): Promise<Result<CleanImage>> {
  try {
    const { width = 0, height = 0 } = await sharp(path, { limitInputPixels: false }).metadata();
    if (width * height > limits.maxPixels) {
      const params = { megapixels: Math.floor(limits.maxPixels / 1_000_000) };
      return fail(refuse("too_large", { reason: "upload.pixels", params }));
    }
    if (Math.min(width, height) < limits.minSide) {
      return fail(refuse("invalid", { reason: "upload.too-small", params: { side: limits.minSide } }));
    }
    // "warning": libjpeg calls damaged data a warning and paints grey over it.
    const upright = sharp(path, { limitInputPixels: limits.maxPixels, failOn: "warning", pages: 1 })
      .rotate()
      .flatten({ background: "#ffffff" })
      .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: "inside", withoutEnlargement: true });
    const { data, info } = await upright.jpeg({ quality: 88 }).toBuffer({ resolveWithObject: true });
    const thumb = await sharp(data)
      .resize({ width: THUMB_SIDE, height: THUMB_SIDE, fit: "inside", withoutEnlargement: true })
      .jpeg({ quality: 70 })
      .toBuffer();
    return ok({ image: data, thumb, mime: "image/jpeg", width: info.width, height: info.height });
  } catch {
    // libvips says no in many words, none of them for applicants: the picture cannot be opened whole.
    return fail(refuse("invalid", { reason: "upload.broken" }));
  }
}
