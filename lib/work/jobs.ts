import "server-only";
import { read } from "@/db/client";
import { addJobs, claimJob, dueJobs, knownJobs, planJob } from "@/db/queries/due-work";
import { withTransaction } from "@/db/transaction";
import { clock } from "@/lib/clock";
import { log } from "@/lib/log";
import { backoff, failureCode } from "./backoff";
import type { Outcome } from "./effects";
import { leaseEnd, times } from "./times";
import { JOB_KINDS, type JobKind, type Plan } from "./types";

type Jobs = Plan["jobs"];

/** Puts the rows of new kinds of job in place. */
export async function ensureJobs(): Promise<void> {
  const known = new Set(await knownJobs(read()));
  const missing = JOB_KINDS.filter((kind) => !known.has(kind));
  if (missing.length > 0) await withTransaction((tx) => addJobs(tx, missing, 0));
}

export const jobKinds = (jobs: Jobs, paused: boolean): readonly JobKind[] =>
  JOB_KINDS.filter((kind) => !(paused && jobs[kind].pausable));

export const kindsDue = (jobs: Jobs, paused: boolean): Promise<readonly JobKind[]> =>
  dueJobs(read(), jobKinds(jobs, paused), times());

/** Runs one job now, unless another runner holds it, and plans its next run. */
export async function runJob(jobs: Jobs, kind: JobKind): Promise<Outcome> {
  const job = await withTransaction((tx) => claimJob(tx, kind, times(), leaseEnd()));
  if (!job) return "none";
  try {
    const { run } = await jobs[kind].load();
    await run(null, { id: kind, key: kind, orderId: null, attempt: job.attempts });
    await withTransaction((tx) => planJob(tx, job, clock().now() + jobs[kind].everyMs, null));
    return "done";
  } catch (error) {
    const code = failureCode(error);
    log.warn({ job: kind, attempt: job.attempts, code, err: error }, "job failed");
    await withTransaction((tx) => planJob(tx, job, clock().now() + backoff(job.attempts), code));
    return "failed";
  }
}
