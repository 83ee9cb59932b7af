// `npm run test:crash [-- --kills 50 --seed 1]`: kills the production server under load, again and again, and looks at
// what is left. Builds and data of its own; what runs is scripts/crash/run.ts in the pinned Node.
import { mkdirSync, rmSync } from "node:fs";
import { ensureBuilt } from "./lib/build.mjs";
import { run, stopAll, stopChildrenOnSignals } from "./lib/children.mjs";
import { prepareData } from "./lib/data.mjs";
import { withNpmOptions } from "./lib/npm-options.mjs";
import { childEnv, demandNode, giveUp, inProject, root, runtime, say } from "./lib/project.mjs";

const DIST = ".next-test";
const DATA = ".data-crash";

const USAGE = "npm run test:crash [-- --kills NUMBER --seed NUMBER]";

/** Whole numbers by name, or the usage. */
function numbersOf(args) {
  const found = { kills: 50, seed: Math.floor(Math.random() * 1e9) };
  const words = args.flatMap((word) => word.split("="));
  while (words.length > 0) {
    const [, name] = /^--(kills|seed)$/.exec(words.shift()) ?? [];
    const text = words.shift() ?? "";
    if (name === undefined || !/^\d{1,9}$/.test(text)) giveUp(USAGE, 2);
    found[name] = Number(text);
  }
  if (found.kills < 1) giveUp(USAGE, 2);
  return found;
}

demandNode();
process.chdir(root);
const { kills, seed } = numbersOf(withNpmOptions(process.argv.slice(2), { kills: "value", seed: "value" }));
stopChildrenOnSignals(() => 130);
const built = await ensureBuilt(DIST, () => say("Building …"));
if (built.code !== 0) giveUp(built.output);

const template = inProject(DATA, "template");
rmSync(inProject(DATA), { recursive: true, force: true });
mkdirSync(template, { recursive: true, mode: 0o700 });
const seeded = await prepareData({ DATA_DIR: template, NODE_ENV: "production" });
if (seeded.code !== 0) giveUp(seeded.output);

say(`${kills} kills, seed ${seed}`);
const env = {
  CRASH_KILLS: String(kills),
  CRASH_SEED: String(seed),
  DATA_DIR: inProject(DATA, "run"),
  E2E_DATA_DIR: DATA,
  LOG_LEVEL: "warn",
  NEXT_DIST_DIR: DIST,
};
const { code } = await run(
  runtime(),
  ["--conditions=react-server", "--import", "tsx", "scripts/crash/run.ts"],
  { live: true, env: childEnv(env) },
);
await stopAll();
process.exit(code);
