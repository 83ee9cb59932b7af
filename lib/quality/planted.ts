import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const CONFIGS = [
  ".gitignore",
  "biome.json",
  "eslint.config.mjs",
  "knip.json",
  "package.json",
  "scripts/check",
  "scripts/lib/page-sizes.mjs",
  "tsconfig.base.json",
  "tsconfig.json",
];

/** What a tool said and how it ended. */
export interface Verdict {
  readonly code: number;
  readonly output: string;
}

/** The programs of `npm test`, as they are called there. */
export const tools = {
  biome: ["node_modules/@biomejs/biome/bin/biome", "ci", "--error-on-warnings", "."],
  directions: ["scripts/check/directions.mjs"],
  "client-size": ["scripts/check/client-size.mjs"],
  eslint: ["node_modules/eslint/bin/eslint.js", "--max-warnings=0", "."],
  knip: ["node_modules/knip/bin/knip.js", "--no-progress"],
  tsc: ["node_modules/typescript/bin/tsc", "--noEmit", "-p", "."],
} as const;

/**
 * Runs a tool, with the project's own configuration, in a project that consists of the given files only.
 * This is how the checks prove that they can fail.
 */
export async function judge(
  tool: keyof typeof tools,
  files: Readonly<Record<string, string>>,
): Promise<Verdict> {
  const directory = await mkdtemp(join(tmpdir(), "planted-"));
  try {
    for (const config of CONFIGS) await cp(join(root, config), join(directory, config), { recursive: true });
    await symlink(join(root, "node_modules"), join(directory, "node_modules"));
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(directory, path)), { recursive: true });
      await writeFile(join(directory, path), content);
    }
    return await new Promise((resolve) => {
      const options = { cwd: directory, env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined } };
      execFile(process.execPath, [...tools[tool]], options, (error, stdout, stderr) => {
        const code = typeof error?.code === "number" ? error.code : error ? 1 : 0;
        resolve({ code, output: stdout + stderr });
      });
    });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
