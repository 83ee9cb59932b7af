import "server-only";
import sharp from "sharp";
import { oneAtATime } from "./queue";

const escapeXml = (text: string) => text.replace(/[<>&'"]/g, (char) => `&#${char.charCodeAt(0)};`);

/** Lays who looked and when across a picture, faint enough to read what is below. `at`: business time, epoch ms. */
export async function watermark(
  picture: ReadableStream<Uint8Array> | Uint8Array,
  who: string,
  at: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const plain = Buffer.from(await new Response(picture as BodyInit).arrayBuffer());
  const when = new Date(at).toISOString().slice(0, 16).replace("T", " ");
  return oneAtATime(async () => {
    const { width = 1000, height = 1000 } = await sharp(plain).metadata();
    const tile = Math.max(260, Math.round(Math.min(width, height) / 2.5));
    const label = escapeXml(`${who} · ${when}Z`);
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><pattern id="p" width="${tile}" height="${Math.round(tile / 2)}" patternUnits="userSpaceOnUse" patternTransform="rotate(-24)"><text x="4" y="${Math.round(tile / 4)}" font-family="sans-serif" font-size="${Math.round(tile / 17)}" fill="#000" fill-opacity=".26">${label}</text></pattern></defs><rect width="100%" height="100%" fill="url(#p)"/></svg>`;
    const out = await sharp(plain)
      .composite([{ input: Buffer.from(svg) }])
      .jpeg({ quality: 85 })
      .toBuffer();
    return new Uint8Array(out);
  });
}
