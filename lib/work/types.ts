/** Effects that leave the transaction: one handler each (handlers.ts). */
export const TOPICS = [
  "account.message",
  "gateway.submit",
  "gateway.notice",
  "notify",
  "callback.link",
  "manual.erase",
  "materials.tidy",
  "order.erase",
  "webhook.event",
  "migration.lapse",
  "inspection.remind",
] as const;
export type Topic = (typeof TOPICS)[number];

/** Recurring work of our own. */
export const JOB_KINDS = ["authority.sandbox", "gateway.poll", "sweep"] as const;
export type JobKind = (typeof JOB_KINDS)[number];

export interface WorkMeta {
  /** Outbox id or job kind. */
  readonly id: string;
  /** Idempotency key of the effect; the kind for a job. */
  readonly key: string;
  readonly orderId: string | null;
  /** 1 on the first try. */
  readonly attempt: number;
}

/** Throwing means "again later"; the far side or a unique key makes a second delivery harmless. */
export type Handler = (payload: unknown, meta: WorkMeta) => Promise<void>;

export interface Job {
  readonly load: () => Promise<{ run: Handler }>;
  /** Business time between two runs. */
  readonly everyMs: number;
  /** Whether pausing delivery stops it too: what crosses to another system does. */
  readonly pausable: boolean;
}

/** Who does what: the product's own in handlers.ts, a test's in the test. */
export interface Plan {
  readonly handlers: Readonly<Record<Topic, () => Promise<{ run: Handler }>>>;
  readonly jobs: Readonly<Record<JobKind, Job>>;
}

export interface WorkReport {
  readonly done: number;
  readonly failed: number;
  /** True when the limit stopped it before everything due was done. */
  readonly more: boolean;
}
