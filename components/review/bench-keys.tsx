"use client";

import { useState } from "react";
import { KeySheet } from "./key-sheet";
import { stepFocus, useKeysOff, useShortcuts } from "./shortcuts";

const LINES = [
  [["J", "K"], "finding"],
  [["S", "⇧ S"], "section"],
  [["F"], "item"],
  [["W"], "dismiss"],
  [["[", "]"], "document"],
  [["D"], "flagDocument"],
  [["C"], "claim"],
  [["T"], "calls"],
  [["X"], "reject"],
  [["A"], "approve"],
  [["N"], "next"],
  [["Q"], "leave"],
  [["?"], "sheet"],
] as const;

/** Presses what the page has for it; a button that is not there, or disabled, stays unpressed. */
const press = (name: string) => () =>
  document.querySelector<HTMLButtonElement>(`[data-key="${name}"]`)?.click();

/** The same within what has the focus: the finding, or else the field. */
const pressHere = (name: string) => () =>
  document.activeElement
    ?.closest("[data-finding], [data-field]")
    ?.querySelector<HTMLButtonElement>(`[data-${name}]`)
    ?.click();

const previousSection = () => stepFocus("[data-group]", -1);

/** The keys of the workbench: each does what a button of the page does. */
export function BenchKeys({ onLeave }: { onLeave: () => void }) {
  const [off, setOff] = useKeysOff();
  const [open, setOpen] = useState(false);
  useShortcuts(
    {
      j: () => stepFocus("[data-finding]", 1),
      k: () => stepFocus("[data-finding]", -1),
      s: () => stepFocus("[data-group]", 1),
      S: previousSection,
      f: pressHere("item"),
      w: pressHere("dismiss"),
      "[": press("previousDocument"),
      "]": press("nextDocument"),
      d: press("flagDocument"),
      c: press("claim"),
      t: press("calls"),
      x: press("reject"),
      a: press("approve"),
      n: press("next"),
      q: onLeave,
      "?": () => setOpen(true),
    },
    off,
  );
  return (
    <span className="max-lg:hidden">
      <KeySheet lines={LINES} open={open} onOpen={setOpen} off={off} onOff={setOff} />
    </span>
  );
}
