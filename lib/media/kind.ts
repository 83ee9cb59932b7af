import "server-only";
import type { FileTypeResult } from "file-type";

/**
 * What a file is by its content; undefined when nobody can tell. A file that ends within its own head is such a one: the
 * library means to say so, and in the bundled server throws instead, because the error it waits for is there twice.
 */
export const kindBy = (
  look: () => Promise<FileTypeResult | undefined>,
): Promise<FileTypeResult | undefined> =>
  look().catch((error: unknown) => {
    if (error instanceof Error && error.name === "EndOfStreamError") return undefined;
    throw error;
  });
