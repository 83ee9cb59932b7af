import "server-only";
import { type Outcome, runNextEffect } from "./effects";
import { HANDLERS, JOBS } from "./handlers";
import { ensureJobs, jobKinds, kindsDue, runJob } from "./jobs";
import { isDeliveryPaused } from "./pause";
import type { Plan, WorkReport } from "./types";

export { pauseDelivery, resumeDelivery } from "./pause";

const DEFAULT_LIMIT = 200;
/** Submit → notices → mails is three; more only while others keep adding. */
const MAX_ROUNDS = 20;

/** One runner at a time in a process, whichever bundle asks; several processes are kept apart by leases. */
const KEY = Symbol.for("icp.work");
type Holder = { [KEY]?: { tail: Promise<unknown>; waiting: number; stopped: boolean } };
const gate = () => {
  const holder = globalThis as Holder;
  holder[KEY] ??= { tail: Promise.resolve(), waiting: 0, stopped: false };
  return holder[KEY];
};

function alone<T>(work: () => Promise<T>): Promise<T> {
  const state = gate();
  state.waiting += 1;
  const turn = state.tail.then(work).finally(() => {
    state.waiting -= 1;
  });
  state.tail = turn.catch(() => undefined);
  return turn;
}

/** Whether a run is under way or waiting: the timer then leaves its tick out. */
export const isWorking = (): boolean => gate().waiting > 0;

/** Lets work be begun again (tests). */
export function resumeWork(): void {
  gate().stopped = false;
}

/** No more work is begun; resolves when what is under way has settled. */
export async function stopWork(): Promise<void> {
  gate().stopped = true;
  await gate().tail;
}

class Tally {
  done = 0;
  failed = 0;
  constructor(readonly limit: number) {}
  get full(): boolean {
    return gate().stopped || this.done + this.failed >= this.limit;
  }
  add(outcome: Outcome): void {
    if (outcome === "done") this.done += 1;
    if (outcome === "failed") this.failed += 1;
  }
  /** A job that found nothing to do is nothing done. */
  addJob(outcome: Outcome): void {
    if (outcome === "failed") this.failed += 1;
  }
}

/** Effects until none is due; answers how many were delivered. */
async function drainEffects(plan: Plan, tally: Tally): Promise<number> {
  const before = tally.done;
  while (!tally.full) {
    const outcome = await runNextEffect(plan.handlers);
    if (outcome === "none") break;
    tally.add(outcome);
  }
  return tally.done - before;
}

async function drain(plan: Plan, limit: number, force: boolean): Promise<WorkReport> {
  const { jobs } = plan;
  await ensureJobs();
  const paused = !force && (await isDeliveryPaused());
  const tally = new Tally(limit);
  for (let round = 0; round < MAX_ROUNDS && !tally.full; round += 1) {
    const delivered = paused ? 0 : await drainEffects(plan, tally);
    // "Deliver now" asks the far side as long as there is news, not only when the next poll is due.
    const asking = force && (round === 0 || delivered > 0);
    const kinds = asking ? jobKinds(jobs, paused) : await kindsDue(jobs, paused);
    if (kinds.length === 0) break;
    for (const kind of kinds) tally.addJob(await runJob(jobs, kind));
  }
  return { done: tally.done, failed: tally.failed, more: tally.full };
}

export interface Runner {
  /** Does whatever is due, jobs and effects, until nothing is or the limit is reached. Honours the pause. */
  runDueWork(limit?: number): Promise<WorkReport>;
  /**
   * The sandbox's "deliver now": also asks the far side at once instead of at the next poll, again as long as there
   * is news, pause or not. After it returns nothing that is due is left.
   */
  deliverNow(): Promise<WorkReport>;
}

/** A runner over a closed list of handlers and jobs; tests bring their own. */
export const createRunner = (plan: Plan): Runner => ({
  runDueWork: (limit = DEFAULT_LIMIT) => alone(() => drain(plan, limit, false)),
  deliverNow: () => alone(() => drain(plan, Number.POSITIVE_INFINITY, true)),
});

/** The product's own. */
export const { runDueWork, deliverNow } = createRunner({ handlers: HANDLERS, jobs: JOBS });
