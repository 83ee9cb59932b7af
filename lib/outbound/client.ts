import "server-only";
import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  retry,
} from "cockatiel";
import { OutboundError } from "./errors";
import { type Answer, type Call, type Limits, send } from "./send";
import { systemResolve } from "./target";

/** So many failures in a row, and nobody asks any more; after the pause one may try whether it is over. */
export const BREAK_AFTER = 5;
export const BREAK_MS = 30_000;
/** Of a call that may be made twice. */
const TRIES = 3;

export interface ClientOptions extends Partial<Limits> {
  /** The same call twice has the effect of one: only then it is tried again within its time. */
  readonly idempotent?: boolean;
  /** Of one try, so that a second one has time: absent, all of `totalMs`. */
  readonly tryMs?: number;
  /** How long an open breaker lets nobody through. */
  readonly breakMs?: number;
}

const DEFAULTS: Limits = {
  connectMs: 2_000,
  totalMs: 3_000,
  maxBytes: 1024 * 1024,
  trusted: false,
  resolve: systemResolve,
};

/** The far side is down or overrun. A refused address, or an answer we do not understand, says nothing of its health. */
const outage = handleWhen(
  (error) => error instanceof OutboundError && (error.code === "ECONNECTION" || error.code === "ETIMEDOUT"),
).orWhenResult((answer) => (answer as Answer).status >= 500 || (answer as Answer).status === 429);

/** A way to one outside system, with a breaker that all its calls share. */
export class OutboundClient {
  private readonly breaker: CircuitBreakerPolicy;
  private readonly limits: Limits;
  private readonly tries: number;
  private readonly tryMs: number;

  constructor({ idempotent = false, tryMs, breakMs = BREAK_MS, ...limits }: ClientOptions = {}) {
    this.limits = { ...DEFAULTS, ...limits };
    this.tries = idempotent ? TRIES : 1;
    this.tryMs = tryMs ?? this.limits.totalMs;
    this.breaker = circuitBreaker(outage, {
      halfOpenAfter: breakMs,
      breaker: new ConsecutiveBreaker(BREAK_AFTER),
    });
  }

  /** Whatever it answers, as long as it answers. Never longer than `waitMs`, second tries included. @throws OutboundError */
  async call(call: Call, waitMs = this.limits.totalMs): Promise<Answer> {
    const ends = performance.now() + waitMs;
    const again = retry(outage, {
      maxAttempts: this.tries - 1,
      backoff: new ExponentialBackoff({ initialDelay: 50, maxDelay: 500 }),
    });
    try {
      return await again.execute(() => {
        const totalMs = Math.min(this.tryMs, ends - performance.now());
        if (totalMs <= 0) throw new OutboundError("ETIMEDOUT");
        return this.breaker.execute(() => send(call, { ...this.limits, totalMs }));
      });
    } catch (error) {
      throw error instanceof BrokenCircuitError ? new OutboundError("ECIRCUIT") : error;
    }
  }
}
