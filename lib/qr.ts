import "server-only";
import { encode } from "uqr";

/** A QR code as one path in a square of `size` units: nothing in it needs a style. */
export interface QrPath {
  readonly size: number;
  readonly path: string;
}

/** The quiet zone a reader needs, in modules. */
const BORDER = 4;

/** Draws `text`; for links and secrets, which leave the server in the answer only. */
export function qrPath(text: string): QrPath {
  const { size, data } = encode(text, { ecc: "M", border: BORDER });
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join("");
  return { size, path };
}
