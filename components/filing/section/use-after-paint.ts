import { useCallback, useEffect, useRef } from "react";

/** Longest wait for a frame: a page nobody looks at draws none. */
const NO_FRAME_MS = 200;

/**
 * Runs what is given after the browser has drawn what stands, the last given only: answering a key or a press comes
 * before working out what follows from it.
 */
export function useAfterPaint(): (run: () => void) => void {
  const stop = useRef(() => {});
  useEffect(() => () => stop.current(), []);
  return useCallback((run) => {
    stop.current();
    let timer = setTimeout(run, NO_FRAME_MS);
    const frame = requestAnimationFrame(() => {
      clearTimeout(timer);
      timer = setTimeout(run);
    });
    stop.current = () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
    };
  }, []);
}
