import { existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, relative } from "node:path";
import { run } from "./children.mjs";
import { hashOf } from "./hash.mjs";
import { giveUp, inProject, pinnedNode, root, say } from "./project.mjs";

const STAMP = inProject("node_modules", ".installed");

/** npm itself, run by the Node it came with: ours may lie in the very folder that is about to be replaced. */
export function npmCommand() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  if (script && /^npm(-cli)?\.(c|m)?js$/.test(basename(script)) && existsSync(script)) {
    return { command: node && existsSync(node) ? node : process.execPath, args: [script] };
  }
  return { command: process.platform === "win32" ? "npm.cmd" : "npm", args: [] };
}

const packagesOf = (file) => {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
  } catch {
    return {};
  }
};

/**
 * Whether what npm says it installed (its own hidden lock, written last) is what the lock asks for.
 * Optional packages of other platforms are rightly absent.
 */
export function isInstalled(wanted, present) {
  const names = Object.keys(wanted).filter((name) => name !== "");
  if (names.length === 0 || Object.keys(present).length === 0) return false;
  const allThere = names.every((name) =>
    present[name] ? present[name].version === wanted[name].version : wanted[name].optional === true,
  );
  return allThere && Object.keys(present).every((name) => wanted[name] !== undefined);
}

/**
 * `npm run` finds the pinned Node as node_modules/.bin/node. npm 10 takes that link away again, when it drops the
 * packages of the other platforms, which have a program of the same name.
 */
function linkPinnedNode() {
  const link = inProject("node_modules", ".bin", "node");
  if (process.platform === "win32" || existsSync(link) || !existsSync(pinnedNode())) return;
  symlinkSync(relative(dirname(link), pinnedNode()), link);
}

/** Installs what package-lock.json says, when it says something else than what is there. */
export async function ensureInstalled() {
  const wanted = hashOf(root, ["package-lock.json"]);
  const stamp = existsSync(STAMP) ? readFileSync(STAMP, "utf8") : "";
  if (stamp === wanted) return;
  const present = packagesOf(inProject("node_modules", ".package-lock.json"));
  if (!isInstalled(packagesOf(inProject("package-lock.json")), present)) {
    say("Installing packages (once; about a minute) …");
    const npm = npmCommand();
    // Everything the lock names, whatever NODE_ENV or the user's own npm settings leave out.
    const flags = [
      "ci",
      "--no-audit",
      "--no-fund",
      "--include=dev",
      "--include=optional",
      "--ignore-scripts",
    ];
    const { code, output } = await run(npm.command, [...npm.args, ...flags, "--loglevel=error"]);
    if (code !== 0) giveUp(`${output}\nThe packages could not be installed (npm ci ended with ${code}).`);
  }
  linkPinnedNode();
  writeFileSync(STAMP, wanted);
}
