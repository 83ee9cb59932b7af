export interface StoredFile {
  /** Of the plain content. */
  readonly bytes: number;
  readonly sha256: string;
}

/** Plain bytes `start` (inclusive) to `end` (exclusive); `end` beyond the end of the file means the end. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Where documents lie, encrypted under the data key of their order. Keys are paths of our own ids. */
export interface Storage {
  /** Whole or not at all: a stream that fails leaves nothing behind. A key is written once. */
  put(key: string, plain: AsyncIterable<Uint8Array> | Buffer, dataKey: Buffer): Promise<StoredFile>;
  /** Proves key, name, length and header before it answers; each segment before it is handed out. */
  read(key: string, dataKey: Buffer, range?: ByteRange): Promise<ReadableStream<Uint8Array>>;
  head(key: string): Promise<{ readonly bytes: number } | null>;
  /** Deleting what is not there is no error. */
  delete(key: string): Promise<void>;
}
