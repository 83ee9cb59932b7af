import sharp from "sharp";

/** A plain picture for the provider's mark. */
export const pngOf = (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 4, background: "#1f6f5c" } })
    .png()
    .toBuffer();
