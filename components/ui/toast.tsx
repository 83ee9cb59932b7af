"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { addToast, dismissToast, type Toast, useToasts } from "./toasts";
import { TONE_CLASS, TONE_ICON, type Tone } from "./tone";

const STAYS_MS = 5000;

function ToastCard({ toast, held, close }: { toast: Toast; held: boolean; close: () => void }) {
  const t = useTranslations("common");
  const { id, tone, title, description } = toast;
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismissToast(id), STAYS_MS);
    return () => clearTimeout(timer);
  }, [id, held]);
  const Icon = TONE_ICON[tone];
  return (
    <div className="pointer-events-auto rounded-panel border border-line bg-raised shadow-popover transition-opacity duration-150 starting:opacity-0">
      <div className={`flex items-start gap-3 rounded-panel px-4 py-3 ${TONE_CLASS[tone]}`}>
        <Icon aria-hidden className="mt-0.5 size-[18px] shrink-0" />
        <div className="min-w-0 flex-1">
          <p className="text-base font-semibold">{title}</p>
          {description && <p className="text-text">{description}</p>}
        </div>
        <button
          type="button"
          aria-label={t("close")}
          onClick={close}
          className="-m-1 inline-flex size-6 items-center justify-center rounded-tag"
        >
          <X aria-hidden className="size-4" />
        </button>
      </div>
    </div>
  );
}

/**
 * Where toasts appear; once in the root layout, and in every open dialog. Also the live regions they are read from.
 * They stay while somebody points at them or is inside; F6 goes there, Escape and the cross close and lead back.
 */
export function ToastRegion({ dialog }: { dialog?: string }) {
  const toasts = useToasts(dialog);
  const region = useRef<HTMLDivElement>(null);
  const before = useRef<HTMLElement | null>(null);
  const [held, setHeld] = useState(false);
  const any = toasts.length > 0;

  useEffect(() => {
    if (!any) return;
    const enter = (event: KeyboardEvent) => {
      if (event.key !== "F6") return;
      event.preventDefault();
      before.current = document.activeElement as HTMLElement | null;
      region.current?.querySelector("button")?.focus();
    };
    window.addEventListener("keydown", enter);
    return () => {
      window.removeEventListener("keydown", enter);
      setHeld(false);
    };
  }, [any]);

  const close = (id: number) => {
    if (region.current?.contains(document.activeElement)) before.current?.focus();
    before.current = null;
    dismissToast(id);
  };
  const card = (toast: Toast) => (
    <ToastCard key={toast.id} toast={toast} held={held} close={() => close(toast.id)} />
  );
  const refused = toasts.filter(({ tone }) => tone === "refused");
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only holds and closes what it shows; each toast has its button
    <div
      ref={region}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onKeyDown={(event) => {
        const [latest] = toasts.slice(-1);
        if (event.key !== "Escape" || latest === undefined) return;
        event.stopPropagation();
        event.preventDefault();
        close(latest.id);
      }}
      className="pointer-events-none fixed right-4 bottom-4 z-50 flex w-[min(24rem,calc(100vw-2rem))] flex-col gap-2"
    >
      <div aria-live="assertive" className="flex flex-col gap-2">
        {refused.map(card)}
      </div>
      <div aria-live="polite" className="flex flex-col gap-2">
        {toasts.filter((toast) => !refused.includes(toast)).map(card)}
      </div>
    </div>
  );
}

const show = (title: string, tone: Tone = "done", description?: string) => addToast(title, tone, description);

/** `const toast = useToast(); toast(sentence, "done")`: what happened, in passing. Never errors of fields. */
export function useToast(): typeof show {
  return show;
}
