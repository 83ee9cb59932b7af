import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import type { MaterialCode, Side } from "@/lib/filing/rules/material-types";
import { exampleSvg } from "./example-svg";
import { oneAtATime } from "./queue";

/** A picture to try the uploads with: no real document, and it says so. Sandbox only. */
export function sampleDocument(code: MaterialCode, side: Side): Promise<Uint8Array<ArrayBuffer>> {
  return oneAtATime(async () => {
    const svg = Buffer.from(exampleSvg(code, side, true));
    return new Uint8Array(await sharp(svg, { density: 720 }).jpeg({ quality: 90 }).toBuffer());
  });
}

/** Three seconds of film to try the video slots with. Sandbox only. */
export const sampleFilm = async (): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(
    await readFile(join(/* turbopackIgnore: true */ process.cwd(), "lib", "media", "samples", "film.mp4")),
  );
