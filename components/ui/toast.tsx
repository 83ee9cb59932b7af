"use client";

import { Toast as Base } from "@base-ui/react/toast";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { TONE_CLASS, TONE_ICON, type Tone } from "./tone";

const manager = Base.createToastManager();

function toneOf(type: string | undefined): Tone {
  return type !== undefined && type in TONE_ICON ? (type as Tone) : "neutral";
}

function ToastList() {
  const t = useTranslations("common");
  const { toasts } = Base.useToastManager();
  return toasts.map((toast) => {
    const tone = toneOf(toast.type);
    const Icon = TONE_ICON[tone];
    return (
      <Base.Root
        key={toast.id}
        toast={toast}
        className="rounded-panel border border-line bg-raised shadow-popover transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0"
      >
        <Base.Content className={`flex items-start gap-3 rounded-panel px-4 py-3 ${TONE_CLASS[tone]}`}>
          <Icon aria-hidden className="mt-0.5 size-[18px] shrink-0" />
          <div className="min-w-0 flex-1">
            <Base.Title className="text-base font-semibold" />
            <Base.Description className="text-text" />
          </div>
          <Base.Close
            aria-label={t("close")}
            className="-m-1 inline-flex size-6 items-center justify-center rounded-tag"
          >
            <X aria-hidden className="size-4" />
          </Base.Close>
        </Base.Content>
      </Base.Root>
    );
  });
}

/** Where toasts appear; once, in the root layout. Also the live region they are read from. */
export function ToastRegion() {
  return (
    <Base.Provider toastManager={manager} limit={3}>
      <Base.Portal>
        <Base.Viewport className="fixed right-4 bottom-4 z-50 flex w-[min(24rem,calc(100vw-2rem))] flex-col gap-2">
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

/** `const toast = useToast(); toast(sentence, "done")`: what happened, in passing. Never errors of fields. */
export function useToast(): (title: string, tone?: Tone, description?: string) => void {
  return useMemo(
    () =>
      (title, tone = "done", description) => {
        manager.add({ title, description, type: tone, priority: tone === "refused" ? "high" : "low" });
      },
    [],
  );
}
