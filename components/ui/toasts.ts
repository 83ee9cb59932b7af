import { useId, useLayoutEffect, useSyncExternalStore } from "react";
import type { Tone } from "./tone";

export interface Toast {
  readonly id: number;
  readonly title: string;
  readonly tone: Tone;
  readonly description: string | undefined;
}

interface Shown {
  readonly toasts: readonly Toast[];
  /** Open dialogs, the topmost last: what lies below one is out of reach, so it shows the toasts itself. */
  readonly dialogs: readonly string[];
}

const LIMIT = 3;
const NOTHING: Shown = { toasts: [], dialogs: [] };

let shown = NOTHING;
let last = 0;
const listeners = new Set<() => void>();

function set(next: Partial<Shown>): void {
  shown = { ...shown, ...next };
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Shows a toast; the oldest makes room. */
export function addToast(title: string, tone: Tone, description?: string): void {
  last += 1;
  set({ toasts: [...shown.toasts, { id: last, title, tone, description }].slice(-LIMIT) });
}

export function dismissToast(id: number): void {
  set({ toasts: shown.toasts.filter((toast) => toast.id !== id) });
}

/** The toasts to be shown in this dialog, or (without one) on the page; none where they would be out of reach. */
export function useToasts(dialog?: string): readonly Toast[] {
  const { toasts, dialogs } = useSyncExternalStore(
    subscribe,
    () => shown,
    () => NOTHING,
  );
  return dialogs.at(-1) === dialog ? toasts : NOTHING.toasts;
}

/** Claims the toasts for a dialog while it is open. */
export function useToastsAbove(): string {
  const id = useId();
  useLayoutEffect(() => {
    set({ dialogs: [...shown.dialogs, id] });
    return () => set({ dialogs: shown.dialogs.filter((one) => one !== id) });
  }, [id]);
  return id;
}
