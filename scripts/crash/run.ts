import { writeFileSync } from "node:fs";
import { dataRoot, template } from "../../e2e/support/paths";
import { Chance } from "./chance";
import { Figures } from "./figures";
import type { Entry } from "./ledger";
import { Scene } from "./life";
import { Verifier } from "./verify";

/** Kills of one copy of the data; then everything must come to rest, and a fresh copy follows. */
const SERIES = 50;
/** A kill comes after 1 to 30 answers, and up to so long after the last of them. */
const ANSWERS = 30;
const MOMENT_MS = 120;
/** Every tenth kill hits a server that is still starting. */
const WHILE_STARTING = 0.1;
const START_MS = 900;

const say = (line: string) => process.stdout.write(`${line}\n`);
const kills = Number(process.env.CRASH_KILLS);
const seed = Number(process.env.CRASH_SEED);
const dataDir = process.env.DATA_DIR ?? "";
const figures = new Figures();
const since = performance.now();

/** What the verifier found is the end: the reader gets all there is to repeat and to understand it. */
class Violated extends Error {
  override readonly name = "Violated";
}

function judge(violations: readonly string[], kill: number, entries: readonly Entry[]): void {
  if (violations.length === 0) return;
  figures.violations += violations.length;
  const file = `${dataRoot}/ledger.json`;
  writeFileSync(file, JSON.stringify(entries, null, 1));
  for (const violation of violations.slice(0, 40)) say(`VIOLATION ${violation}`);
  for (const { number, who, kind, outcome, said } of entries.slice(-60))
    say(`  #${number} ${who} ${kind}: ${outcome} (${said})`);
  throw new Violated(
    `seed ${seed}, kill ${kill}: ${violations.length} violations; the whole ledger: ${file}`,
  );
}

async function series(count: number, done: number): Promise<void> {
  const scene = await Scene.open(template, dataDir, `${dataRoot}/server.log`);
  const verifier = new Verifier(dataDir, scene.ledger);
  const { server, ledger } = scene;
  const check = async (kill: number, settled: boolean) => {
    const { present, absent, violations } = await verifier.verify({ settled });
    figures.present += present;
    figures.absent += absent;
    judge(violations, kill, ledger.all);
  };
  try {
    for (let kill = done + 1; kill <= done + count; kill += 1) {
      const chance = new Chance(`${seed} ${kill}`);
      const before = ledger.all.length;
      const fate = { answers: 1 + chance.below(ANSWERS), momentMs: chance.next() * MOMENT_MS };
      let killedAt = await scene.load(chance, fate);
      figures.kills += 1;
      if (chance.next() < WHILE_STARTING && kill < done + count) {
        kill += 1;
        figures.kills += 1;
        figures.whileStarting += 1;
        server.launch();
        await new Promise((resolve) => setTimeout(resolve, chance.next() * START_MS));
        await server.kill();
        killedAt = Date.now();
      }
      figures.restarts.push(await server.start());
      figures.add(ledger.all.slice(before));
      await check(kill, false);
      // The leases of the last one are left: their time must really run out.
      if (kill < done + count) scene.minutePasses(killedAt);
      if (kill % 10 === 0) say(`${kill} kills, ${figures.acknowledged} operations acknowledged`);
    }
    await scene.untilAtRest();
    await check(done + count, true);
  } finally {
    await server.kill();
  }
}

try {
  for (let done = 0; done < kills; done += SERIES) await series(Math.min(SERIES, kills - done), done);
  if (figures.acknowledged < kills)
    throw new Violated("Hardly anything was acknowledged: this proves nothing.");
} catch (error) {
  console.error(error instanceof Violated ? error.message : error);
  process.exitCode = 1;
}
say(figures.table({ seed, minutes: (performance.now() - since) / 60_000 }));
