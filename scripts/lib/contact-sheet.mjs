import sharp from "sharp";

const GAP = 24;
const LABEL = 32;
const WIDTHS = { 1440: 720, 390: 300 };
const TALLEST = 2_000;

const label = (text, width) =>
  Buffer.from(
    `<svg width="${width}" height="${LABEL}"><text x="2" y="22" font-family="sans-serif" font-size="18" fill="#333">${text}</text></svg>`,
  );

async function tile({ file, width, title }) {
  const picture = await sharp(file)
    .resize({ width: WIDTHS[width] ?? width })
    .png()
    .toBuffer();
  const { height, width: shown } = await sharp(picture).metadata();
  const kept = Math.min(height, TALLEST);
  const input = await sharp(picture).extract({ left: 0, top: 0, width: shown, height: kept }).toBuffer();
  return { input, width: shown, height: kept + LABEL, title };
}

/** Puts screenshots side by side, one row per width, each with its title, into one picture. */
export async function contactSheet(rows, target) {
  const layers = [];
  let y = GAP;
  let widest = 0;
  for (const row of rows) {
    const tiles = await Promise.all(row.map(tile));
    let x = GAP;
    for (const { input, width, title } of tiles) {
      layers.push({ input: label(title, width), left: x, top: y }, { input, left: x, top: y + LABEL });
      x += width + GAP;
    }
    widest = Math.max(widest, x);
    y += Math.max(...tiles.map(({ height }) => height)) + GAP;
  }
  await sharp({ create: { width: widest, height: y, channels: 3, background: "#d9d9d9" } })
    .composite(layers)
    .png({ palette: true })
    .toFile(target);
}
