"use client";

import { useEffect, useRef, useState } from "react";
import { type Autosaver, type AutosaverOptions, createAutosaver, type SaveStatus } from "./autosaver";

export type UseAutosaveOptions<T> = Omit<
  AutosaverOptions<T>,
  "fetch" | "timers" | "now" | "isOnline" | "onStatus"
>;

export type UseAutosave<T> = Omit<Autosaver<T>, "leave" | "stop"> & { status: SaveStatus };

/**
 * Autosave for a form: `change(value)` on every edit, `await flush()` before leaving by a button. Callbacks may
 * change from render to render; `url` and `baseVersion` are those of the first.
 */
export function useAutosave<T>(options: UseAutosaveOptions<T>): UseAutosave<T> {
  const [status, setStatus] = useState<SaveStatus>({ state: "idle" });
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });

  const [saver] = useState(() => {
    let inner: Autosaver<T> | undefined;
    const start = () =>
      createAutosaver<T>({
        ...options,
        serialize: (value, base) => latest.current.serialize?.(value, base) ?? { baseVersion: base, value },
        onSaved: (payload) => latest.current.onSaved?.(payload),
        onConflict: (payload) => latest.current.onConflict?.(payload),
        ownVersion: (payload) => latest.current.ownVersion?.(payload),
        onStatus: setStatus,
        fetch: (...args) => fetch(...args),
        timers: {
          set: (run, ms) => window.setTimeout(run, ms),
          clear: (handle) => window.clearTimeout(handle as number),
        },
        now: () => Date.now(),
        isOnline: () => navigator.onLine,
      });
    // Made on first use and again after an unmount: React's strict mode mounts twice.
    const get = () => {
      inner ??= start();
      return inner;
    };
    const stop = () => {
      inner?.leave();
      inner?.stop();
      inner = undefined;
    };
    return { get, stop };
  });

  useEffect(() => {
    const resume = () => saver.get().resume();
    const leave = () => saver.get().leave();
    const warn = (event: BeforeUnloadEvent) => {
      if (saver.get().isDirty()) event.preventDefault();
    };
    window.addEventListener("online", resume);
    window.addEventListener("pagehide", leave);
    window.addEventListener("beforeunload", warn);
    return () => {
      window.removeEventListener("online", resume);
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("beforeunload", warn);
      saver.stop();
    };
  }, [saver]);

  return {
    status,
    change: (value) => saver.get().change(value),
    flush: () => saver.get().flush(),
    resume: () => saver.get().resume(),
    resolve: (baseVersion) => saver.get().resolve(baseVersion),
    adopt: (baseVersion) => saver.get().adopt(baseVersion),
    isDirty: () => saver.get().isDirty(),
  };
}
