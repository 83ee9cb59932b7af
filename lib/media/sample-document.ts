import "server-only";
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
