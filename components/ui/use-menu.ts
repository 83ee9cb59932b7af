import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";

/** Which entry has the focus when the menu opens: the pointer's user looks for himself, the box itself has it. */
type Start = "first" | "last" | "box";

/** Letters typed within this time are one word. */
const TYPED_TOGETHER_MS = 700;

const STEPS: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowDown: (index, count) => (index + 1) % count,
  ArrowUp: (index, count) => (index <= 0 ? count : index) - 1,
  Home: () => 0,
  End: (_index, count) => count - 1,
};

const itemsOf = (box: HTMLElement | null): HTMLElement[] => [
  ...(box?.querySelectorAll<HTMLElement>('[role^="menuitem"]:not(:disabled)') ?? []),
];

export interface UseMenu {
  readonly open: boolean;
  readonly box: RefObject<HTMLDivElement | null>;
  readonly frame: RefObject<HTMLDivElement | null>;
  /** A press of the button, by pointer or keyboard. */
  readonly toggle: (byKeyboard: boolean) => void;
  readonly onTriggerKey: (event: KeyboardEvent) => void;
  readonly onMenuKey: (event: KeyboardEvent) => void;
  /** Closes and gives the focus back to the button. */
  readonly close: () => void;
}

/** What a menu button does for keys and pointers, after the pattern of the ARIA authoring practices. */
export function useMenu(): UseMenu {
  const [start, setStart] = useState<Start | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: "", at: 0 });
  const open = start !== null;

  const close = () => {
    frame.current?.querySelector<HTMLElement>('[aria-haspopup="menu"]')?.focus();
    setStart(null);
  };

  useEffect(() => {
    if (start === null) return;
    const target = start === "box" ? box.current : itemsOf(box.current).at(start === "first" ? 0 : -1);
    target?.focus({ preventScroll: true });
    const elsewhere = (event: Event) => {
      if (!frame.current?.contains(event.target as Node)) setStart(null);
    };
    document.addEventListener("pointerdown", elsewhere);
    document.addEventListener("focusin", elsewhere);
    return () => {
      document.removeEventListener("pointerdown", elsewhere);
      document.removeEventListener("focusin", elsewhere);
    };
  }, [start]);

  const search = (key: string, at: number) => {
    const items = itemsOf(box.current);
    const text = (at - typed.current.at > TYPED_TOGETHER_MS ? "" : typed.current.text) + key.toLowerCase();
    typed.current = { text, at };
    const here = items.indexOf(document.activeElement as HTMLElement);
    const from = text.length > 1 && here >= 0 ? here : here + 1;
    [...items.slice(from), ...items.slice(0, from)]
      .find((item) => item.textContent.trim().toLowerCase().startsWith(text))
      ?.focus();
  };

  return {
    open,
    box,
    frame,
    close,
    toggle: (byKeyboard) => (open ? close() : setStart(byKeyboard ? "first" : "box")),
    onTriggerKey: (event) => {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      event.preventDefault();
      setStart(event.key === "ArrowDown" ? "first" : "last");
    },
    onMenuKey: (event) => {
      const { key } = event;
      const items = itemsOf(box.current);
      const step = STEPS[key];
      if (step !== undefined) {
        event.preventDefault();
        items[step(items.indexOf(document.activeElement as HTMLElement), items.length)]?.focus();
      } else if (key === "Escape") {
        event.preventDefault();
        close();
      } else if (key === "Tab") close();
      else if (key === " " && document.activeElement instanceof HTMLAnchorElement) {
        // Links answer to Enter only; entries of a menu answer to both.
        event.preventDefault();
        document.activeElement.click();
      } else if (key.length === 1 && key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey)
        search(key, event.timeStamp);
    },
  };
}
