const EXTENSIONS: Readonly<Record<string, string>> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/gif": "gif",
  "video/mp4": "mp4",
  "video/webm": "webm",
};

export interface NamedFile {
  readonly code: string;
  readonly subject: string;
  readonly side: string;
  readonly mime: string;
}

/** ASCII, no blank, nothing that climbs: made of codes and ids only, so that no name of a person gets into it. */
export function materialName(index: number, { code, subject, side, mime }: NamedFile): string {
  const plain = (text: string) => text.replace(/[^A-Za-z0-9_]+/g, "-").replace(/^-+|-+$/g, "");
  const number = String(index + 1).padStart(3, "0");
  return `materials/${number}-${plain(code)}-${plain(subject)}-${plain(side)}.${EXTENSIONS[mime] ?? "bin"}`;
}
