import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { promisify } from "node:util";
import { dataRoot, distDir, root, template } from "./support/paths";

/** Seeds the template that every worker copies, by the very script that `npm start` runs. */
export default async function globalSetup(): Promise<void> {
  if (!existsSync(`${root}${distDir}/BUILD_ID`)) {
    throw new Error(`No build in ${distDir}: run npm test -- --only=build first.`);
  }
  await rm(template, { recursive: true, force: true });
  await rm(`${dataRoot}/workers`, { recursive: true, force: true });
  await mkdir(template, { recursive: true });
  const args = ["--conditions=react-server", "--import", "tsx", "scripts/prepare.ts"];
  const env = { ...process.env, NODE_ENV: "production" as const, DATA_DIR: template };
  await promisify(execFile)(process.execPath, args, { cwd: root, env });
}
