import "server-only";
import type { FileHandle } from "node:fs/promises";

/** Ids of Matroska elements, as they stand in the file. */
const ID = { ebml: 0x1a45dfa3, segment: 0x18538067, tracks: 0x1654ae6b, cluster: 0x1f43b675 } as const;
const TRACK_ENTRY = 0xae;
const TRACK_TYPE = 0x83;
const VIDEO = 1;
/** A live recording does not know how long it will be. */
const UNKNOWN = -1;
const MOST_TRACKS_BYTES = 1_048_576;

interface Element {
  readonly id: number;
  readonly start: number;
  /** UNKNOWN: to the end of what surrounds it. */
  readonly length: number;
}

/** Bytes of a variable-length number, from its first byte. */
const widthOf = (first: number): number => Math.clz32(first) - 23;

/** The element that begins at `at`; null when none does. */
function elementAt(bytes: Buffer, at: number, offset: number): Element | null {
  const idWidth = widthOf(bytes[at] ?? 0);
  const sizeFirst = bytes[at + idWidth] ?? 0;
  const sizeWidth = widthOf(sizeFirst);
  const start = at + idWidth + sizeWidth;
  if (idWidth > 4 || sizeWidth > 8 || start > bytes.length) return null;
  const id = bytes.readUIntBE(at, idWidth);
  let length = sizeFirst & (0xff >> sizeWidth);
  let unknown = length === 0xff >> sizeWidth;
  for (let next = at + idWidth + 1; next < start; next++) {
    const byte = bytes[next] ?? 0;
    unknown &&= byte === 0xff;
    length = length * 256 + byte;
  }
  return { id, start: offset + start, length: unknown ? UNKNOWN : length };
}

async function elementIn(file: FileHandle, at: number): Promise<Element | null> {
  const bytes = Buffer.alloc(12);
  const { bytesRead } = await file.read(bytes, 0, 12, at);
  return bytesRead < 2 ? null : elementAt(bytes.subarray(0, bytesRead), 0, at);
}

/** Does one of the tracks carry moving pictures? */
async function hasPicture(file: FileHandle, { start, length }: Element): Promise<boolean> {
  if (length === UNKNOWN || length > MOST_TRACKS_BYTES) return false;
  const bytes = Buffer.alloc(length);
  await file.read(bytes, 0, length, start);
  for (let at = 0; at < length; ) {
    const entry = elementAt(bytes, at, 0);
    if (entry === null || entry.length === UNKNOWN) return false;
    const end = entry.start + entry.length;
    for (let inner = entry.start; entry.id === TRACK_ENTRY && inner < end; ) {
      const field = elementAt(bytes, inner, 0);
      if (field === null || field.length === UNKNOWN) return false;
      if (field.id === TRACK_TYPE && bytes[field.start] === VIDEO) return true;
      inner = field.start + field.length;
    }
    at = end;
  }
  return false;
}

/**
 * Is this WebM whole: every element inside the file, a picture track, and pictures after it? A recording of unknown
 * length ends where the file ends, so that only its beginning can be looked at.
 */
export async function inspectWebm(file: FileHandle, size: number): Promise<boolean> {
  const head = await elementIn(file, 0);
  if (head?.id !== ID.ebml || head.length === UNKNOWN) return false;
  const segment = await elementIn(file, head.start + head.length);
  if (segment?.id !== ID.segment) return false;
  if (segment.length !== UNKNOWN && segment.start + segment.length > size) return false;
  let picture = false;
  for (let at = segment.start; at < size; ) {
    const element = await elementIn(file, at);
    if (element === null) return false;
    if (element.id === ID.tracks) picture = await hasPicture(file, element);
    if (element.id === ID.cluster && element.length === UNKNOWN) return picture;
    const end = element.start + element.length;
    if (element.length === UNKNOWN || end > size) return false;
    if (element.id === ID.cluster && picture) return true;
    at = end;
  }
  return false;
}
