"use client";

import { useEffect, useRef } from "react";

/** A side of a slot, as the page marks it. */
const placeOf = (target: EventTarget | null): string | null =>
  target instanceof Element ? (target.closest("[data-slot]")?.getAttribute("data-slot") ?? null) : null;

const filesOf = (data: DataTransfer | null): readonly File[] => [...(data?.files ?? [])];

/**
 * Pasting and dropping anywhere on the page. What meets a slot goes there, everything else to `onLoose`; text that is
 * pasted into a field is left alone, and no file ever replaces the page.
 */
export function useFileInput(
  enabled: boolean,
  onSlot: (place: string, files: readonly File[]) => void,
  onLoose: (files: readonly File[]) => void,
): void {
  const latest = useRef({ onSlot, onLoose });
  useEffect(() => {
    latest.current = { onSlot, onLoose };
  });
  useEffect(() => {
    if (!enabled) return;
    const take = (event: Event, data: DataTransfer | null) => {
      const files = filesOf(data);
      if (files.length === 0) return;
      event.preventDefault();
      const place = placeOf(event.target);
      if (place === null) latest.current.onLoose(files);
      else latest.current.onSlot(place, files);
    };
    const onPaste = (event: ClipboardEvent) => take(event, event.clipboardData);
    const onDrop = (event: DragEvent) => take(event, event.dataTransfer);
    const onDragOver = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    };
    document.addEventListener("paste", onPaste);
    document.addEventListener("drop", onDrop);
    document.addEventListener("dragover", onDragOver);
    return () => {
      document.removeEventListener("paste", onPaste);
      document.removeEventListener("drop", onDrop);
      document.removeEventListener("dragover", onDragOver);
    };
  }, [enabled]);
}
