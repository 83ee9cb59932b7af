import "server-only";
import { createHash } from "node:crypto";
import sharp from "sharp";
import { mediumOf } from "@/lib/filing/policy/materials";
import { MATERIAL_CODES, type Side } from "@/lib/filing/rules/material-types";
import { sampleDocument, sampleFilm } from "@/lib/media/sample-document";

/** Enough to look at, little enough to seed in seconds. */
const WIDTH = 1_000;

export interface Picture {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** A drawer of sample documents: each kind and side is drawn once. */
export function samplePictures(): (code: string, side: Side) => Promise<Picture> {
  const drawn = new Map<string, Promise<Picture>>();
  return (code, side) => {
    const key = `${code}:${side}`;
    const found = drawn.get(key) ?? draw(code, side);
    drawn.set(key, found);
    return found;
  };
}

async function draw(code: string, side: Side): Promise<Picture> {
  const known = MATERIAL_CODES.find((one) => one === code);
  if (known === undefined) throw new Error(`no material ${code}`);
  if (mediumOf(known) === "video") return hashed(await sampleFilm());
  const full = await sampleDocument(known, side);
  const bytes = await sharp(full).resize({ width: WIDTH }).jpeg({ quality: 85 }).toBuffer();
  return hashed(bytes);
}

const hashed = (bytes: Uint8Array): Picture => ({
  bytes,
  sha256: createHash("sha256").update(bytes).digest("hex"),
});
