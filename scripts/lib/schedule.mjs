/**
 * Runs parts side by side on a number of slots. A part waits for the parts it needs and is not run when one of
 * them failed (unless it only wants to come later: `regardless`); a part that is `alone` has the machine to itself.
 */
export async function runParts(parts, { slots, execute, onDone }) {
  const waiting = [...parts];
  const running = new Map();
  const done = new Map();
  const chosen = new Set(parts.map((part) => part.name));
  const needs = (part) => (part.needs ?? []).filter((name) => chosen.has(name));

  const startable = (part) => {
    if (running.size >= slots) return false;
    if (part.alone && running.size > 0) return false;
    return needs(part).every((name) => done.has(name));
  };

  const finish = (part, result) => {
    done.set(part.name, result);
    running.delete(part.name);
    onDone(part, result);
  };

  const begin = (part) => {
    waiting.splice(waiting.indexOf(part), 1);
    const broken = part.regardless ? undefined : needs(part).find((name) => done.get(name).failed > 0);
    if (broken) {
      finish(part, { output: `not run: ${broken} failed`, passed: 0, failed: 1, seconds: 0 });
      return;
    }
    const since = performance.now();
    const result = execute(part).then(
      (outcome) => finish(part, { ...outcome, seconds: (performance.now() - since) / 1000 }),
      (error) => finish(part, { output: String(error?.stack ?? error), passed: 0, failed: 1, seconds: 0 }),
    );
    running.set(part.name, result);
  };

  while (waiting.length > 0 || running.size > 0) {
    const soloRuns = parts.some((part) => part.alone && running.has(part.name));
    const nextPart = soloRuns ? undefined : waiting.find((part) => startable(part));
    if (nextPart) begin(nextPart);
    else if (running.size > 0) await Promise.race(running.values());
    else throw new Error(`parts wait for each other: ${waiting.map((part) => part.name).join(", ")}`);
  }
  return done;
}
