/** Where saving stands, as the reader is told. */
export type SaveStatus =
  | { state: "idle" }
  | { state: "dirty" }
  | { state: "saving" }
  | { state: "saved"; at: number }
  /** No network: tried again when it is back. */
  | { state: "offline" }
  /** The server could not, or will not take this: tried again unless it said what is wrong. */
  | { state: "failed"; payload?: unknown }
  | { state: "unauthenticated" }
  /** Somebody saved in between; `payload` is the server's answer. Nothing is sent until `resolve`. */
  | { state: "conflict"; payload: unknown };

export type Timers = {
  set(run: () => void, ms: number): unknown;
  clear(handle: unknown): void;
};

export type AutosaverOptions<T> = {
  url: string;
  /** The version the value on the page was loaded with. */
  baseVersion: number;
  /** The body of the request; `{ baseVersion, value }` by default. */
  serialize?: (value: T, baseVersion: number) => unknown;
  onStatus?: (status: SaveStatus) => void;
  /** After each save: the server's answer. */
  onSaved?: (payload: unknown) => void;
  onConflict?: (payload: unknown) => void;
  /** When a 409 is about our own save whose answer was lost: the version to go on from. */
  ownVersion?: (payload: unknown) => number | undefined;
  debounceMs?: number;
  /** A request without an answer is aborted after this, and counts as failed. */
  timeoutMs?: number;
  fetch: typeof fetch;
  timers: Timers;
  now: () => number;
  isOnline: () => boolean;
};

export type Autosaver<T> = {
  /** Takes the newest value; sends it when the typing pauses. */
  change(value: T): void;
  /** Sends what is pending now; true when everything is saved. */
  flush(): Promise<boolean>;
  /** The page goes away: sends what is pending with `keepalive`, without waiting. */
  leave(): void;
  /** Tries again: network back, signed in again. */
  resume(): void;
  /** Ends a conflict in favour of what is pending: sends it on top of the other's version. */
  resolve(baseVersion: number): void;
  /** The page shows what the server holds as this version: goes on from it, lets go of what was pending. */
  adopt(baseVersion: number): void;
  /** Whether something typed is not on the server yet. */
  isDirty(): boolean;
  stop(): void;
};

const RETRY_MS = [2_000, 4_000, 8_000, 15_000, 30_000];

function savedVersion(payload: unknown): number | undefined {
  if (typeof payload !== "object" || payload === null || !("version" in payload)) return undefined;
  return typeof payload.version === "number" ? payload.version : undefined;
}

/**
 * Saves the latest value after a pause. One request at a time: a newer value waits for the answer, because
 * aborting a request the server may have committed would make our next one collide with ourselves.
 * The AbortController ends what hangs, and whatever is under way when it stops.
 */
export function createAutosaver<T>(options: AutosaverOptions<T>): Autosaver<T> {
  const { timers, debounceMs = 1_000, timeoutMs = 15_000 } = options;
  let version = options.baseVersion;
  let pending: { value: T } | undefined;
  let sending: { value: T; abort: AbortController; done: Promise<void> } | undefined;
  let timer: unknown;
  let retries = 0;
  let blocked = false;
  let stopped = false;

  const tell = (status: SaveStatus) => !stopped && options.onStatus?.(status);
  const disarm = () => {
    if (timer !== undefined) timers.clear(timer);
    timer = undefined;
  };
  const arm = (ms: number) => {
    disarm();
    timer = timers.set(() => {
      timer = undefined;
      void send();
    }, ms);
  };

  const request = (value: T, init: RequestInit) =>
    options.fetch(options.url, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(
        options.serialize ? options.serialize(value, version) : { baseVersion: version, value },
      ),
      ...init,
    });

  /** What could not be saved is pending again, unless something newer is. */
  const putBack = (value: T) => {
    pending ??= { value };
  };

  const retryLater = (status: SaveStatus) => {
    tell(status);
    arm(RETRY_MS[Math.min(retries, RETRY_MS.length - 1)] ?? 30_000);
    retries += 1;
  };

  const onAnswer = async (response: Response, value: T) => {
    const payload: unknown = await response.json().catch(() => undefined);
    if (stopped) return;
    if (response.ok) {
      version = savedVersion(payload) ?? version;
      retries = 0;
      options.onSaved?.(payload);
      tell(pending ? { state: "dirty" } : { state: "saved", at: options.now() });
      return;
    }
    putBack(value);
    const own = response.status === 409 ? options.ownVersion?.(payload) : undefined;
    if (own !== undefined) {
      version = own;
      arm(0);
    } else if (response.status === 401) {
      blocked = true;
      tell({ state: "unauthenticated" });
    } else if (response.status === 409) {
      blocked = true;
      options.onConflict?.(payload);
      tell({ state: "conflict", payload });
    } else if (response.status === 429 || response.status >= 500) {
      retryLater({ state: "failed", payload });
    } else {
      // The server will not take this value: only another one helps, and the next change brings it.
      tell({ state: "failed", payload });
    }
  };

  const exchange = async (value: T, abort: AbortController) => {
    const guard = timers.set(() => abort.abort(), timeoutMs);
    try {
      await onAnswer(await request(value, { signal: abort.signal }), value);
    } catch {
      if (stopped) return;
      putBack(value);
      retryLater(options.isOnline() ? { state: "failed" } : { state: "offline" });
    } finally {
      timers.clear(guard);
    }
  };

  async function send(): Promise<void> {
    disarm();
    if (sending) return sending.done;
    if (!pending || blocked || stopped) return;
    const { value } = pending;
    pending = undefined;
    tell({ state: "saving" });
    const abort = new AbortController();
    const done = exchange(value, abort).finally(() => {
      sending = undefined;
      if (pending && timer === undefined && !blocked && !stopped && retries === 0 && pending.value !== value)
        arm(debounceMs);
    });
    sending = { value, abort, done };
    return done;
  }

  return {
    change(value) {
      pending = { value };
      retries = 0;
      if (blocked) return;
      tell({ state: sending ? "saving" : "dirty" });
      arm(debounceMs);
    },
    async flush() {
      // Twice at most: the request under way, then what was typed meanwhile; not again what was just refused.
      const first = sending?.value ?? pending?.value;
      await send();
      if (pending && pending.value !== first) await send();
      return !pending && !sending;
    },
    leave() {
      disarm();
      const last = pending ?? sending;
      if (!last || blocked || stopped) return;
      request(last.value, { keepalive: true }).catch(() => undefined);
    },
    resume() {
      if (stopped) return;
      blocked = false;
      retries = 0;
      if (pending) void send();
    },
    resolve(baseVersion) {
      version = baseVersion;
      blocked = false;
      retries = 0;
      if (pending) void send();
      else tell({ state: "idle" });
    },
    adopt(baseVersion) {
      disarm();
      version = baseVersion;
      blocked = false;
      retries = 0;
      pending = undefined;
      tell({ state: "idle" });
    },
    isDirty: () => pending !== undefined || sending !== undefined,
    stop() {
      stopped = true;
      disarm();
      sending?.abort.abort();
    },
  };
}
