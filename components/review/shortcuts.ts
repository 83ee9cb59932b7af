"use client";

import { useEffect, useRef, useState } from "react";

/** What a key does; `?` and others are named as the keyboard names them (`KeyboardEvent.key`). */
export type Shortcuts = Readonly<Record<string, (() => void) | undefined>>;

const OFF = "review.keys.off";

/** Whether the reader turned single keys off (WCAG 2.1.4), in this browser; nothing personal is kept. */
export function useKeysOff(): readonly [boolean, (off: boolean) => void] {
  const [off, setOff] = useState(false);
  useEffect(() => setOff(localStorage.getItem(OFF) !== null), []);
  return [
    off,
    (next) => {
      if (next) localStorage.setItem(OFF, "1");
      else localStorage.removeItem(OFF);
      setOff(next);
    },
  ];
}

/** Keys belong to whatever is typed into or chosen from; and to a dialog while one is open. */
const isTaken = ({ target }: KeyboardEvent): boolean =>
  document.querySelector("dialog[open]") !== null ||
  (target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable], [role="menu"], video') !== null);

/** Single keys of a page. They never fire while one types, in a dialog, with a modifier, or when turned off. */
export function useShortcuts(keys: Shortcuts, off: boolean): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (off) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTaken(event)) return;
      const act = latest.current[event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [off]);
}

/** Puts the focus on the next (or previous) of the elements that fit, from where it is. */
export function stepFocus(selector: string, by: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>(selector)];
  const at = all.findIndex((element) => element.contains(document.activeElement));
  const next = at < 0 ? (by > 0 ? all[0] : all.at(-1)) : all[at + by];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}
