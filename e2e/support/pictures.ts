import { createHash, randomBytes } from "node:crypto";
import sharp, { type Sharp } from "sharp";

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** A picture no encoder can make small: every pixel is chance. */
export function noisy(width: number, height: number): Sharp {
  return sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } });
}

/** A photo as big as phones make them: a little over 12 MB. */
export async function bigPhoto(): Promise<Buffer> {
  const photo = await noisy(2400, 2100).jpeg({ quality: 98, chromaSubsampling: "4:4:4" }).toBuffer();
  if (photo.length < 12_000_000 || photo.length > 19_000_000) throw new Error(`${photo.length} bytes`);
  return photo;
}

export interface BadFile {
  readonly name: string;
  readonly file: string;
  readonly mimeType: string;
  readonly bytes: () => Promise<Buffer<ArrayBuffer>>;
  readonly status: number;
  /** Below `errors.reason`. */
  readonly reason: string;
}

const jpeg = () => noisy(900, 700).jpeg({ quality: 90 }).toBuffer();
const damaged = (bytes: Buffer) => {
  const copy = Buffer.from(bytes);
  for (let i = 0; i < 50; i += 1) copy[(copy.length >> 1) + i * 97] = 0xff;
  return copy;
};
const text = (content: string) => async () => Buffer.from(content);
/** Says in its header that it is enormous; a few kilobytes. */
const bomb = () =>
  sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: "#fff" } })
    .png({ compressionLevel: 9 })
    .toBuffer();
const heic = async () =>
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic\0\0\0\0mif1heic"), await jpeg()]);

/** Uploads that must be refused, each with the reason the applicant reads. */
export const BAD_FILES: readonly BadFile[] = [
  {
    name: "empty",
    file: "a.jpg",
    mimeType: "image/jpeg",
    bytes: text(""),
    status: 422,
    reason: "upload.empty",
  },
  {
    name: "a PNG cut within its head",
    file: "a.png",
    mimeType: "image/png",
    bytes: async () => Buffer.from("89504e470d0a1a0a", "hex"),
    status: 415,
    reason: "upload.kind",
  },
  {
    name: "half a photo",
    file: "a.jpg",
    mimeType: "image/jpeg",
    bytes: async () => (await jpeg()).subarray(0, 90_000),
    status: 422,
    reason: "upload.broken",
  },
  {
    name: "a damaged photo",
    file: "a.jpg",
    mimeType: "image/jpeg",
    bytes: async () => damaged(await jpeg()),
    status: 422,
    reason: "upload.broken",
  },
  {
    name: "a damaged PNG",
    file: "a.png",
    mimeType: "image/png",
    bytes: async () => damaged(await noisy(600, 600).png().toBuffer()),
    status: 422,
    reason: "upload.broken",
  },
  {
    name: "HEIC called JPG",
    file: "a.jpg",
    mimeType: "image/jpeg",
    bytes: heic,
    status: 415,
    reason: "upload.heic",
  },
  {
    name: "a web page called JPG",
    file: "a.jpg",
    mimeType: "image/jpeg",
    bytes: text("<!doctype html><script>alert(1)</script>"),
    status: 415,
    reason: "upload.kind",
  },
  {
    name: "SVG",
    file: "a.png",
    mimeType: "image/png",
    bytes: text('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900" onload="alert(1)"/>'),
    status: 415,
    reason: "upload.kind",
  },
  {
    name: "PDF",
    file: "a.jpg",
    mimeType: "image/jpeg",
    bytes: text("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"),
    status: 415,
    reason: "upload.kind",
  },
  {
    name: "a pixel bomb",
    file: "a.png",
    mimeType: "image/png",
    bytes: bomb,
    status: 413,
    reason: "upload.pixels",
  },
  {
    name: "too small to read",
    file: "a.png",
    mimeType: "image/png",
    bytes: () => noisy(399, 900).png().toBuffer(),
    status: 422,
    reason: "upload.too-small",
  },
  {
    name: "more bytes than allowed",
    file: "a.jpg",
    mimeType: "image/jpeg",
    bytes: async () => Buffer.concat([await jpeg(), Buffer.alloc(20 * 1024 * 1024)]),
    status: 413,
    reason: "upload.bytes",
  },
];
