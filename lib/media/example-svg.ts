import type { MaterialCode, Side } from "@/lib/filing/rules/material-types";

/** Shapes of documents, drawn as line art: what a good picture of each looks like. */
type Shape = "licence" | "idFront" | "idBack" | "letter" | "screenshot" | "page" | "film" | "reading";

const SHAPE: Partial<Record<MaterialCode, Shape>> = {
  VIDEO_CHECK: "film",
  JS_VIDEO: "reading",
  ORG_CERT: "licence",
  DOMAIN_CERT: "licence",
  DOMAIN_REALNAME_SHOT: "screenshot",
  LETTER_ENTITY_LEAD: "letter",
  LETTER_LEGAL_REP: "letter",
  LETTER_SERVICE_LEAD: "letter",
  LETTER_SERVICE_LEAD_SH: "letter",
  COMMITMENT: "letter",
  JS_NOTICE: "letter",
  JS_COMMITMENT: "letter",
};
const IDS: readonly string[] = ["PERSON_ID", "ENTITY_LEAD_ID", "SERVICE_LEAD_ID", "LEGAL_REP_ID"];

function shapeOf(code: MaterialCode, side: Side): Shape {
  if (IDS.includes(code)) return side === "BACK" ? "idBack" : "idFront";
  return SHAPE[code] ?? "page";
}

const line = (x: number, y: number, width: number) => `<path d="M${x} ${y}h${width}"/>`;
const lines = (x: number, y: number, widths: readonly number[], step = 9) =>
  widths.map((width, index) => line(x, y + index * step, width)).join("");
const box = (x: number, y: number, w: number, h: number, r = 3) =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${r}" fill="#fff"/>`;
const seal = (x: number, y: number, r: number) =>
  `<circle cx="${x}" cy="${y}" r="${r}"/><path d="M${x} ${y - r * 0.5}l${r * 0.3} ${r}h${-r * 0.6}z"/>`;

const DRAWING: Record<Shape, string> = {
  licence: `${box(10, 14, 140, 92)}${box(16, 20, 128, 80, 1)}<circle cx="80" cy="32" r="6"/>${line(56, 46, 48)}${lines(28, 58, [60, 72, 54, 66])}${seal(122, 78, 12)}`,
  idFront: `${box(14, 24, 132, 74, 7)}${lines(26, 40, [34, 26, 44])}${line(26, 74, 52)}${line(26, 86, 74)}${box(104, 36, 30, 36)}<circle cx="119" cy="49" r="7"/><path d="M108 71c2-10 20-10 22 0"/>`,
  idBack: `${box(14, 24, 132, 74, 7)}<circle cx="36" cy="44" r="10"/>${line(56, 40, 60)}${line(56, 50, 44)}${line(42, 78, 76)}${line(42, 88, 60)}`,
  letter: `${box(34, 6, 92, 108, 2)}${line(60, 20, 40)}${lines(46, 34, [68, 68, 60, 68, 52])}${line(46, 88, 26)}${line(46, 98, 20)}${seal(104, 92, 12)}`,
  screenshot: `${box(8, 16, 144, 88, 4)}${line(8, 30, 144)}<circle cx="16" cy="23" r="2"/><circle cx="24" cy="23" r="2"/>${lines(20, 44, [40, 40, 40, 40], 12)}${lines(70, 44, [60, 44, 66, 30], 12)}`,
  film: `${box(20, 12, 120, 82, 4)}<circle cx="80" cy="44" r="17"/><path d="M48 94c4-32 60-32 64 0"/><circle cx="80" cy="108" r="5" fill="#5f6b7c"/>${line(20, 108, 44)}${line(96, 108, 44)}`,
  reading: `${box(20, 12, 120, 82, 4)}<circle cx="62" cy="40" r="14"/><path d="M36 94c4-36 48-36 52 0"/>${box(84, 46, 38, 44, 1)}${lines(90, 56, [26, 22, 26, 18], 8)}<circle cx="80" cy="108" r="5" fill="#5f6b7c"/>${line(20, 108, 44)}${line(96, 108, 44)}`,
  page: `${box(34, 6, 92, 108, 2)}${line(46, 20, 50)}${lines(46, 34, [68, 62, 68, 56, 68, 44, 60], 10)}`,
};

/** The drawing as an SVG document, 160 × 120. `stamp` writes SAMPLE across it, for the sandbox's own uploads. */
export function exampleSvg(code: MaterialCode, side: Side, stamp = false): string {
  const mark = stamp
    ? `<text x="80" y="66" text-anchor="middle" font-family="sans-serif" font-size="20" fill="#5f6b7c" stroke="none" transform="rotate(-18 80 60)">SAMPLE</text>`
    : "";
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 120" width="160" height="120"><rect width="160" height="120" fill="#eef1f5"/><g fill="none" stroke="#5f6b7c" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round">${DRAWING[shapeOf(code, side)]}</g>${mark}</svg>`;
}
