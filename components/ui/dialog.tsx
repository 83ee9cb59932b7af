"use client";

import { clsx } from "clsx";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import {
  cloneElement,
  createContext,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  useContext,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { createPortal } from "react-dom";
import { ToastRegion } from "./toast";
import { useToastsAbove } from "./toasts";

type Pressable = ReactElement<{ onClick?: (event: MouseEvent) => void }>;

export type DialogProps = {
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, the primary one last; wrap a closing one in `DialogClose`. */
  footer?: ReactNode;
  /** The element that opens it; leave out when `open` is held outside. */
  trigger?: ReactElement;
  open?: boolean;
  /** Without it a dialog whose `open` is held outside cannot be closed by its reader. */
  onOpenChange?: (open: boolean) => void;
  /** `wide` for documents and comparisons. */
  size?: "normal" | "wide";
};

const POPUP =
  "fixed z-50 m-0 max-w-none flex-col overflow-visible border-line bg-raised p-0 text-text shadow-popover outline-none open:flex " +
  "transition-[opacity,translate] duration-150 ease-quiet backdrop:bg-[rgb(6_10_18/0.45)] backdrop:transition-opacity backdrop:duration-150 starting:backdrop:opacity-0";

/** Closes the dialog around; undefined where it is not for the reader to close. */
const Closing = createContext<(() => void) | undefined>(undefined);

/** Does what the element itself does, then this. */
const alsoOnClick = (element: Pressable, then: () => void, more: object = {}) =>
  cloneElement(element, {
    ...more,
    onClick: (event: MouseEvent) => {
      element.props.onClick?.(event);
      then();
    },
  });

/** On the backdrop, which belongs to the dialog as far as events can tell. */
const isBeside = ({ target, currentTarget, clientX, clientY }: MouseEvent): boolean => {
  if (target !== currentTarget) return false;
  const { left, right, top, bottom } = currentTarget.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
};

type PopupProps = DialogProps & { popupClass: string; close: (() => void) | undefined };

/** The browser's own modal dialog: it keeps the focus inside, the rest inert, and gives the focus back. */
function Popup({ title, description, children, footer, popupClass, close }: PopupProps) {
  const t = useTranslations("common");
  const id = useId();
  const above = useToastsAbove();
  const element = useRef<HTMLDialogElement>(null);
  const pressedBeside = useRef(false);
  useLayoutEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      aria-labelledby={`${id}title`}
      aria-describedby={description ? `${id}text` : undefined}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        close?.();
      }}
      // The back gesture of phones.
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        close?.();
      }}
      onPointerDown={(event) => {
        pressedBeside.current = isBeside(event);
      }}
      onClick={(event) => {
        if (pressedBeside.current && isBeside(event)) close?.();
      }}
      className={clsx(POPUP, popupClass)}
    >
      <header className="flex items-start justify-between gap-4 px-6 pt-5">
        <div className="min-w-0">
          <h2 id={`${id}title`} className="text-h3">
            {title}
          </h2>
          {description && (
            <p id={`${id}text`} className="mt-1 text-muted">
              {description}
            </p>
          )}
        </div>
        {close && (
          <button
            type="button"
            aria-label={t("close")}
            onClick={close}
            className="-mt-1.5 -mr-2 inline-flex size-9 shrink-0 items-center justify-center rounded-control text-muted hover:bg-accent-wash hover:text-accent"
          >
            <X aria-hidden className="size-[18px]" />
          </button>
        )}
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto px-6 py-4">{children}</div>
      {footer && (
        <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-6 py-4">{footer}</footer>
      )}
      <ToastRegion dialog={above} />
    </dialog>
  );
}

function Frame({ trigger, open: held, onOpenChange, ...rest }: DialogProps & { popupClass: string }) {
  const [own, setOwn] = useState(false);
  const open = held ?? own;
  const change = (next: boolean) => {
    setOwn(next);
    onOpenChange?.(next);
  };
  const close = held === undefined || onOpenChange ? () => change(false) : undefined;
  return (
    <>
      {trigger &&
        alsoOnClick(trigger as Pressable, () => change(true), {
          "aria-haspopup": "dialog",
          "aria-expanded": open,
        })}
      {open && (
        <Closing value={close}>{createPortal(<Popup {...rest} close={close} />, document.body)}</Closing>
      )}
    </>
  );
}

/** A question or a short task in the middle of the page; at the bottom on phones. */
export function Dialog(props: DialogProps) {
  const width = props.size === "wide" ? "sm:w-[min(60rem,calc(100vw-3rem))]" : "sm:w-[30rem]";
  return (
    <Frame
      {...props}
      popupClass={clsx(
        "inset-x-0 top-auto bottom-0 max-h-[90dvh] w-full rounded-t-panel border-t starting:opacity-0",
        "sm:inset-0 sm:m-auto sm:h-fit sm:max-h-[85dvh] sm:rounded-panel sm:border",
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
        "inset-x-0 top-auto bottom-0 max-h-[90dvh] w-full rounded-t-panel border-t max-sm:starting:translate-y-full",
        "sm:inset-y-0 sm:right-0 sm:left-auto sm:h-dvh sm:max-h-none sm:rounded-none sm:border-t-0 sm:border-l",
        "sm:starting:translate-x-full",
        width,
      )}
    />
  );
}

/** Closes the dialog around it: `<DialogClose render={<Button>…</Button>} />`. */
export function DialogClose({ render }: { render: ReactElement }) {
  const close = useContext(Closing);
  return alsoOnClick(render as Pressable, () => close?.());
}
