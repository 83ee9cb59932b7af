import "server-only";
import { open } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { kindBy } from "./kind";
import { inspectMp4 } from "./mp4";
import { inspectWebm } from "./webm";

export interface CleanVideo {
  readonly mime: "video/mp4" | "video/webm";
}

/**
 * Recognises a film by its content and looks whether it is whole and has a picture. The place and the device that
 * phones write into MP4 files are blanked in the file itself; pictures and sound stay as they are, because nothing here
 * can encode films anew.
 * Refusals: `upload.video-kind`, `upload.video-broken`.
 */
export async function cleanVideo(path: string): Promise<Result<CleanVideo>> {
  const kind = await kindBy(() => fileTypeFromFile(path));
  if (kind?.mime !== "video/mp4" && kind?.mime !== "video/webm")
    return fail(refuse("unsupported", { reason: "upload.video-kind", params: { kind: kind?.ext ?? "?" } }));
  const { mime } = kind;
  const file = await open(path, "r+");
  try {
    const { size } = await file.stat();
    const whole = mime === "video/mp4" ? await inspectMp4(file, size) : await inspectWebm(file, size);
    return whole ? ok({ mime }) : fail(refuse("invalid", { reason: "upload.video-broken" }));
  } finally {
    await file.close();
  }
}
