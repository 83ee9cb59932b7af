/** One colour: its light and its dark value. */
type Pair = readonly [light: string, dark: string];

/** Every colour of the product. `tokens.css` is generated from this table; a test keeps them equal. */
export const COLORS = {
  canvas: ["#F5F7FA", "#0E131B"],
  surface: ["#FFFFFF", "#151B25"],
  raised: ["#FFFFFF", "#1C2430"],
  text: ["#121926", "#E6EAF0"],
  muted: ["#5F6B7C", "#9DA9BA"],
  line: ["#DDE2EA", "#2A3443"],
  control: ["#838E9F", "#65738A"],
  accent: ["#1B5FD9", "#7FABFF"],
  "accent-strong": ["#154DB3", "#A3C3FF"],
  "accent-wash": ["#EDF3FE", "#172338"],
  "on-accent": ["#FFFFFF", "#0E131B"],
  "tone-you": ["#93510A", "#F2B566"],
  "tone-you-wash": ["#FEF4E6", "#2B2115"],
  "tone-others": ["#1A4FB0", "#9CBEFF"],
  "tone-others-wash": ["#EDF3FE", "#172338"],
  "tone-done": ["#0B6B41", "#6FD3A0"],
  "tone-done-wash": ["#EAF8F0", "#12271D"],
  "tone-refused": ["#A8123A", "#FF9DB0"],
  "tone-refused-wash": ["#FDEFF2", "#2E161D"],
  "tone-ended": ["#4B5565", "#9DA9BA"],
  "tone-ended-wash": ["#F1F3F6", "#1C2430"],
  seal: ["#B3261E", "#E5675E"],
  "on-seal": ["#FFFFFF", "#0E131B"],
} as const satisfies Record<string, Pair>;

export type ColorName = keyof typeof COLORS;

/** What may stand on what, and the ratio WCAG asks of it: 4.5 for words, 3 for edges and marks. */
export const CONTRASTS: readonly (readonly [on: ColorName, under: ColorName, ratio: number])[] = [
  ["text", "canvas", 7],
  ["text", "surface", 7],
  ["text", "raised", 7],
  ["text", "accent-wash", 7],
  ["muted", "canvas", 4.5],
  ["muted", "surface", 4.5],
  ["muted", "raised", 4.5],
  ["accent", "canvas", 4.5],
  ["accent", "surface", 4.5],
  ["accent", "raised", 4.5],
  ["accent", "accent-wash", 4.5],
  ["accent-strong", "surface", 4.5],
  ["accent-strong", "accent-wash", 4.5],
  ["on-accent", "accent", 4.5],
  ["on-accent", "accent-strong", 4.5],
  ["on-accent", "tone-refused", 4.5],
  ["control", "canvas", 3],
  ["control", "surface", 3],
  ["control", "raised", 3],
  ["seal", "canvas", 3],
  ["seal", "surface", 3],
  ["on-seal", "seal", 4.5],
  ...(["you", "others", "done", "refused", "ended"] as const).flatMap(
    (tone) =>
      [
        [`tone-${tone}`, `tone-${tone}-wash`, 4.5],
        [`tone-${tone}`, "canvas", 4.5],
        [`tone-${tone}`, "surface", 4.5],
        [`tone-${tone}`, "raised", 4.5],
        ["text", `tone-${tone}-wash`, 7],
      ] as const,
  ),
];

function block(selector: string, scheme: string, side: 0 | 1, indent: string): string {
  const lines = Object.entries(COLORS).map(
    ([name, pair]) => `${indent}  --${name}: ${pair[side].toLowerCase()};`,
  );
  return `${indent}${selector} {\n${indent}  color-scheme: ${scheme};\n${lines.join("\n")}\n${indent}}\n`;
}

/** The text of `tokens.css`: light by default, dark by the system or by choice. */
export function tokensCss(): string {
  return [
    "/* Generated from tokens.ts; `vitest run -u components/ui/tokens.test.ts` writes it anew. */\n",
    block(':root,\n[data-theme="light"]', "light", 0, ""),
    "@media (prefers-color-scheme: dark) {",
    `${block(':root:not([data-theme="light"])', "dark", 1, "  ")}}\n`,
    block('[data-theme="dark"]', "dark", 1, ""),
    "@theme inline {",
    "  --color-*: initial;",
    "  --color-transparent: transparent;",
    "  --color-current: currentColor;",
    ...Object.keys(COLORS).map((name) => `  --color-${name}: var(--${name});`),
    "}\n",
  ].join("\n");
}
