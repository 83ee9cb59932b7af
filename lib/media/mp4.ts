import "server-only";
import type { FileHandle } from "node:fs/promises";

interface Box {
  readonly type: string;
  /** Of its content. */
  readonly start: number;
  readonly end: number;
  /** Of its four letters. */
  readonly typeAt: number;
}

const HEADER = 8;
/** More boxes than any film of a few minutes has on one level: a file made to keep us busy. */
const MOST_BOXES = 10_000;

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/** The boxes between two places; null when they do not fill it exactly. */
async function boxesIn(file: FileHandle, start: number, end: number): Promise<readonly Box[] | null> {
  const boxes: Box[] = [];
  let at = start;
  while (at < end) {
    const head = await bytesAt(file, at, HEADER + 8);
    if (head.length < HEADER || boxes.length >= MOST_BOXES) return null;
    const short = head.readUInt32BE(0);
    const long = short === 1;
    if (long && head.length < HEADER + 8) return null;
    // 0: to the end of the file.
    const size = long ? Number(head.readBigUInt64BE(HEADER)) : short === 0 ? end - at : short;
    const header = long ? HEADER + 8 : HEADER;
    if (size < header || at + size > end) return null;
    boxes.push({
      type: head.toString("latin1", 4, 8),
      start: at + header,
      end: at + size,
      typeAt: at + 4,
    });
    at += size;
  }
  return boxes;
}

const find = (boxes: readonly Box[] | null, type: string): readonly Box[] =>
  boxes?.filter((box) => box.type === type) ?? [];

/** Has a track of moving pictures (handler `vide`)? */
async function hasPicture(file: FileHandle, tracks: readonly Box[]): Promise<boolean> {
  for (const track of tracks) {
    const [media] = find(await boxesIn(file, track.start, track.end), "mdia");
    const [handler] = media ? find(await boxesIn(file, media.start, media.end), "hdlr") : [];
    if (handler && (await bytesAt(file, handler.start + 8, 4)).toString("latin1") === "vide") return true;
  }
  return false;
}

/** Makes a box free space: its length stays, so that no place in the file moves. */
async function blank(file: FileHandle, { start, end, typeAt }: Box): Promise<void> {
  await file.write(Buffer.from("free"), 0, 4, typeAt);
  const zeros = Buffer.alloc(64 * 1024);
  for (let at = start; at < end; at += zeros.length)
    await file.write(zeros, 0, Math.min(zeros.length, end - at), at);
}

/** Where, when and with what it was taken stands in these. */
const PERSONAL = ["udta", "meta", "uuid"];

/**
 * Is this MP4 whole (every box inside the file, an index, media, a picture track)? If so, its metadata are blanked in
 * place.
 */
export async function inspectMp4(file: FileHandle, size: number): Promise<boolean> {
  const top = await boxesIn(file, 0, size);
  const [movie] = find(top, "moov");
  const [media] = find(top, "mdat");
  if (top === null || movie === undefined || media === undefined) return false;
  const inside = await boxesIn(file, movie.start, movie.end);
  const tracks = find(inside, "trak");
  if (inside === null || !(await hasPicture(file, tracks))) return false;
  const places: Box[] = [...top, ...inside];
  for (const track of tracks) places.push(...((await boxesIn(file, track.start, track.end)) ?? []));
  for (const box of places) if (PERSONAL.includes(box.type)) await blank(file, box);
  return true;
}
