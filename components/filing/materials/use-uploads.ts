"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { upload } from "./upload";
import { createUploads, type Job, type Uploads } from "./uploads";

const timers = {
  set: (run: () => void, ms: number) => window.setTimeout(run, ms),
  clear: (handle: unknown) => window.clearTimeout(handle as number | undefined),
};

/** The queue of this page: goes on by itself when the connection is back, warns before it is thrown away. */
export function useUploads(): { readonly jobs: readonly Job[]; readonly uploads: () => Uploads } {
  const router = useRouter();
  const [jobs, setJobs] = useState<readonly Job[]>([]);
  const latest = useRef({ router, jobs });
  useEffect(() => {
    latest.current = { router, jobs };
  });
  const [queue] = useState(() => {
    let inner: Uploads | undefined;
    // Made on first use and again after an unmount: React's strict mode mounts twice.
    const get = () => {
      inner ??= createUploads({
        send: upload,
        onChange: setJobs,
        onDone: () => latest.current.router.refresh(),
        now: () => Date.now(),
        timers,
      });
      return inner;
    };
    const stop = () => {
      inner?.stop();
      inner = undefined;
    };
    return { get, stop };
  });
  useEffect(() => {
    const back = () => queue.get().retryWaiting();
    const warn = (event: BeforeUnloadEvent) => {
      if (latest.current.jobs.some(({ state }) => state.kind !== "failed")) event.preventDefault();
    };
    window.addEventListener("online", back);
    window.addEventListener("beforeunload", warn);
    return () => {
      window.removeEventListener("online", back);
      window.removeEventListener("beforeunload", warn);
      queue.stop();
    };
  }, [queue]);
  return { jobs, uploads: queue.get };
}
