"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { clsx } from "clsx";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactElement, ReactNode } from "react";

export type DialogProps = {
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, the primary one last; wrap a closing one in `DialogClose`. */
  footer?: ReactNode;
  /** The element that opens it; leave out when `open` is held outside. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** `wide` for documents and comparisons. */
  size?: "normal" | "wide";
};

const POPUP =
  "fixed z-50 flex flex-col border-line bg-raised text-text shadow-popover outline-none transition-all duration-150 ease-quiet";

function Frame(props: DialogProps & { popupClass: string }) {
  const t = useTranslations("common");
  return (
    <Base.Root open={props.open} onOpenChange={props.onOpenChange}>
      {props.trigger && <Base.Trigger render={props.trigger} />}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-[rgb(6_10_18/0.45)] transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup className={clsx(POPUP, props.popupClass)}>
          <header className="flex items-start justify-between gap-4 px-6 pt-5">
            <div className="min-w-0">
              <Base.Title className="text-h3">{props.title}</Base.Title>
              {props.description && (
                <Base.Description className="mt-1 text-muted">{props.description}</Base.Description>
              )}
            </div>
            <Base.Close
              aria-label={t("close")}
              className="-mt-1.5 -mr-2 inline-flex size-9 shrink-0 items-center justify-center rounded-control text-muted hover:bg-accent-wash hover:text-accent"
            >
              <X aria-hidden className="size-[18px]" />
            </Base.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-6 py-4">{props.children}</div>
          {props.footer && (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-6 py-4">
              {props.footer}
            </footer>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** A question or a short task in the middle of the page; at the bottom on phones. */
export function Dialog(props: DialogProps) {
  const width = props.size === "wide" ? "sm:w-[min(60rem,calc(100vw-3rem))]" : "sm:w-[30rem]";
  return (
    <Frame
      {...props}
      popupClass={clsx(
        "inset-x-0 bottom-0 max-h-[90dvh] rounded-t-panel border-t data-ending-style:opacity-0 data-starting-style:opacity-0",
        "sm:inset-x-auto sm:bottom-auto sm:left-1/2 sm:top-1/2 sm:max-h-[85dvh] sm:-translate-1/2 sm:rounded-panel sm:border",
        width,
      )}
    />
  );
}

/** Details beside the page: from the right, from the bottom on phones. */
export function Drawer(props: DialogProps) {
  const width = props.size === "wide" ? "sm:w-[min(48rem,90vw)]" : "sm:w-[28rem]";
  return (
    <Frame
      {...props}
      popupClass={clsx(
        "inset-x-0 bottom-0 max-h-[90dvh] rounded-t-panel border-t max-sm:data-ending-style:translate-y-full max-sm:data-starting-style:translate-y-full",
        "sm:inset-y-0 sm:right-0 sm:left-auto sm:max-h-none sm:rounded-none sm:border-t-0 sm:border-l",
        "sm:data-ending-style:translate-x-full sm:data-starting-style:translate-x-full",
        width,
      )}
    />
  );
}

/** Closes the dialog around it: `<DialogClose render={<Button>…</Button>} />`. */
export function DialogClose({ render }: { render: ReactElement }) {
  return <Base.Close render={render} />;
}
