"use client";

import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { makeUp, pressAgain, WAITING } from "./early";

interface Props {
  onSubmit: (event: FormEvent<HTMLFormElement>) => unknown;
  /** Anything in it was changed. */
  onChange?: () => void;
  children: ReactNode;
  className?: string;
  "aria-label"?: string;
  "data-no-print"?: boolean;
}

/**
 * Every form that a script of the page sends. What is done to it before that script runs is made up for; should even
 * that fail, the browser posts it, so that nothing typed can get into an address.
 */
export function Form({ onSubmit, children, ...more }: Props) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // After the effects of whoever listens to the fields, which run later than this one.
    queueMicrotask(() => form.current && makeUp(form.current, window.early));
  }, []);
  return (
    <form
      ref={form}
      method="post"
      noValidate
      {...{ [WAITING]: "" }}
      {...more}
      onSubmit={(event) => {
        event.preventDefault();
        void onSubmit(event);
      }}
    >
      {children}
    </form>
  );
}

/** At the foot of the document: the page's script has come this far, so buttons are heard. */
export function EarlyPresses() {
  useEffect(() => queueMicrotask(() => pressAgain(window.early)), []);
  return null;
}
