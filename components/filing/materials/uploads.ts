import type { Refusal } from "@/lib/filing/shared/refusal";
import type { UploadResult, UploadTarget } from "./upload";

export type JobState =
  | { readonly kind: "queued" }
  | { readonly kind: "sending"; readonly share: number }
  /** Everything has left; the server looks at it. */
  | { readonly kind: "working" }
  /** An outage: tried again by itself at this instant. */
  | { readonly kind: "waiting"; readonly at: number }
  | { readonly kind: "failed"; readonly refusal: Refusal };

/** A file on its way into a side of a slot. */
export interface Job {
  readonly id: number;
  /** Side of a slot: `CODE:subject:SIDE`. */
  readonly place: string;
  readonly target: UploadTarget;
  readonly file: Blob;
  readonly state: JobState;
}

export interface UploadsOptions {
  readonly send: (
    file: Blob,
    target: UploadTarget,
    onProgress: (share: number) => void,
    signal: AbortSignal,
  ) => Promise<UploadResult>;
  readonly onChange: (jobs: readonly Job[]) => void;
  /** A file has arrived and is in its slot. */
  readonly onDone: () => void;
  readonly now: () => number;
  readonly timers: { set(run: () => void, ms: number): unknown; clear(handle: unknown): void };
}

export interface Uploads {
  /** A file for a side takes the place of whatever was on its way there. */
  add(place: string, target: UploadTarget, file: Blob): void;
  refuse(place: string, target: UploadTarget, file: Blob, refusal: Refusal): void;
  cancel(id: number): void;
  retry(id: number): void;
  /** The connection is back: nobody waits any longer. */
  retryWaiting(): void;
  stop(): void;
}

/** The server makes pictures anew one at a time; two in the air keep it and the line busy. */
const AT_ONCE = 2;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 60_000;

/** When an outage is over is anybody's guess: 5, 10, 20, 40 s, then every minute. */
export const waitAfter = (attempts: number): number =>
  Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempts - 1));

/** Nobody's fault and soon over: told to wait, too busy, no answer. */
const outageSeconds = (refusal: Refusal): number | null => {
  if (refusal.code !== "busy" && refusal.code !== "too_many" && refusal.code !== "internal") return null;
  return typeof refusal.params?.seconds === "number" ? refusal.params.seconds : 0;
};

/**
 * Files on their way, a few at a time. A refusal stays beside its slot with the file, an outage keeps the file and tries
 * again by itself; nothing typed or chosen is lost while the page is open.
 */
export function createUploads(options: UploadsOptions): Uploads {
  const { send, onChange, onDone, now, timers } = options;
  let jobs: readonly Job[] = [];
  let lastId = 0;
  const running = new Map<number, AbortController>();
  const attempts = new Map<number, number>();
  const alarms = new Map<number, unknown>();

  const change = (next: readonly Job[]) => {
    jobs = next;
    onChange(jobs);
  };
  const put = (id: number, state: JobState) =>
    change(jobs.map((job) => (job.id === id ? { ...job, state } : job)));

  function forget(id: number) {
    running.get(id)?.abort();
    running.delete(id);
    attempts.delete(id);
    timers.clear(alarms.get(id));
    alarms.delete(id);
    change(jobs.filter((job) => job.id !== id));
  }

  function wait(id: number, seconds: number) {
    const tried = (attempts.get(id) ?? 0) + 1;
    attempts.set(id, tried);
    const ms = Math.max(waitAfter(tried), seconds * 1000);
    put(id, { kind: "waiting", at: now() + ms });
    alarms.set(
      id,
      timers.set(() => requeue(id), ms),
    );
  }

  function requeue(id: number) {
    timers.clear(alarms.get(id));
    alarms.delete(id);
    put(id, { kind: "queued" });
    next();
  }

  async function run({ id, file, target }: Job) {
    const controller = new AbortController();
    running.set(id, controller);
    put(id, { kind: "sending", share: 0 });
    const progress = (share: number) => {
      if (running.get(id) === controller)
        put(id, share < 1 ? { kind: "sending", share } : { kind: "working" });
    };
    const result = await send(file, target, progress, controller.signal);
    // Cancelled, or replaced by another file, meanwhile.
    if (running.get(id) !== controller) return;
    running.delete(id);
    settle(id, result);
    next();
  }

  function settle(id: number, result: UploadResult) {
    if (result.ok) {
      forget(id);
      onDone();
      return;
    }
    if (result.error === "cancelled") return forget(id);
    if (result.error === "network") return wait(id, 0);
    const seconds = outageSeconds(result.error);
    if (seconds !== null) return wait(id, seconds);
    put(id, { kind: "failed", refusal: result.error });
  }

  function next() {
    for (const job of jobs) {
      if (running.size >= AT_ONCE) return;
      if (job.state.kind === "queued") void run(job);
    }
  }

  function enter(place: string, target: UploadTarget, file: Blob, state: JobState) {
    for (const job of jobs) if (job.place === place) forget(job.id);
    lastId += 1;
    change([...jobs, { id: lastId, place, target, file, state }]);
    next();
  }

  const retryWaiting = () => {
    for (const { id, state } of jobs) if (state.kind === "waiting") requeue(id);
  };
  return {
    add: (place, target, file) => enter(place, target, file, { kind: "queued" }),
    refuse: (place, target, file, refusal) => enter(place, target, file, { kind: "failed", refusal }),
    cancel(id) {
      forget(id);
      next();
    },
    retry: requeue,
    retryWaiting,
    stop() {
      for (const { id } of jobs) forget(id);
    },
  };
}
