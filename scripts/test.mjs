// `npm test`: every check there is, on its own build, ports and data. For developers: `npm test -- --only=unit,lint`.
import { existsSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { findBrowser } from "./lib/browser.mjs";
import { stopChildrenOnSignals } from "./lib/children.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { parts, TEST_DATA } from "./lib/parts.mjs";
import { demandNode, giveUp, inProject, root, say } from "./lib/project.mjs";
import { runParts } from "./lib/schedule.mjs";

function chosenParts(args) {
  const only = args
    .find((arg) => arg.startsWith("--only="))
    ?.slice("--only=".length)
    .split(",");
  const strange = [
    ...args.filter((arg) => !arg.startsWith("--only=")),
    ...(only ?? []).filter((name) => !parts.some((part) => part.name === name)),
  ];
  if (strange.length > 0) {
    giveUp(
      `Unknown: ${strange.join(" ")}. Choose with --only= from ${parts.map((part) => part.name).join(",")}`,
    );
  }
  return only ? parts.filter((part) => only.includes(part.name)) : parts;
}

demandNode();
process.chdir(root);
const chosen = chosenParts(process.argv.slice(2));
stopChildrenOnSignals(() => 130);
await ensureInstalled();
rmSync(TEST_DATA, { recursive: true, force: true });
/** The data of `npm start`: no test has any business there. */
const OWN_DATA = inProject(".data");
const hadData = existsSync(OWN_DATA);

const context = { browser: chosen.some((part) => part.name === "e2e") ? await findBrowser() : {} };
let passed = 0;
let failed = 0;
const since = performance.now();

await runParts(chosen, {
  slots: Math.max(2, Math.floor(availableParallelism() / 2)),
  execute: (part) => part.run(context),
  onDone(part, result) {
    passed += result.passed;
    failed += result.failed;
    if (result.failed > 0) process.stdout.write(`\n${result.output.trimEnd()}\n\n`);
    const verdict = result.failed > 0 ? "FAILED" : "ok";
    const counts =
      result.passed + result.failed > 1 ? ` (${result.passed} passed, ${result.failed} failed)` : "";
    const note = result.note ? ` (${result.note})` : "";
    say(
      `${verdict.padEnd(7)}${part.name.padEnd(12)}${result.seconds.toFixed(1).padStart(7)} s${counts}${note}`,
    );
  },
});

if (!hadData && existsSync(OWN_DATA)) {
  failed += 1;
  say(`FAILED  a test wrote into ${OWN_DATA}, which is the data of npm start`);
}
const minutes = (performance.now() - since) / 60_000;
if (minutes > 30) say(`Too slow: ${minutes.toFixed(0)} minutes; the tests are meant to take 15.`);
say(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
