"use client";

import { clsx } from "clsx";
import { Check } from "lucide-react";
import {
  cloneElement,
  type MouseEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  useId,
} from "react";
import { Link } from "@/components/ui/link";
import { useMenu } from "./use-menu";

export type MenuEntry =
  | {
      kind: "item";
      id: string;
      label: ReactNode;
      icon?: ReactNode;
      onSelect: () => void;
    }
  | { kind: "link"; id: string; label: ReactNode; icon?: ReactNode; href: string }
  | {
      kind: "radio";
      id: string;
      label: ReactNode;
      value: string;
      options: readonly { value: string; label: ReactNode }[];
      onChange: (value: string) => void;
    };

/** The entry under the pointer has the focus, so there is one mark for both. */
const follow = (event: PointerEvent<HTMLElement>) => event.currentTarget.focus({ preventScroll: true });
const ITEM = {
  tabIndex: -1,
  onPointerMove: follow,
  className:
    "flex min-h-9 w-full cursor-pointer items-center gap-2 px-3 text-left text-base outline-none select-none " +
    "focus:bg-accent-wash focus:text-accent [&_svg]:size-4 [&_svg]:shrink-0",
} as const;

function Entry({ entry, close }: { entry: MenuEntry; close: () => void }) {
  const label = useId();
  switch (entry.kind) {
    case "link":
      return (
        <Link role="menuitem" {...ITEM} href={entry.href} onClick={close}>
          {entry.icon}
          {entry.label}
        </Link>
      );
    case "radio":
      return (
        // biome-ignore lint/a11y/useSemanticElements: a group inside a menu is this role; a fieldset is a form's
        <div role="group" aria-labelledby={label}>
          <div id={label} className="px-3 pt-2 pb-1 text-small text-muted">
            {entry.label}
          </div>
          {entry.options.map(({ value, label: text }) => (
            <button
              key={value}
              type="button"
              role="menuitemradio"
              aria-checked={value === entry.value}
              {...ITEM}
              onClick={() => {
                close();
                entry.onChange(value);
              }}
            >
              <span className="inline-flex size-4">{value === entry.value && <Check aria-hidden />}</span>
              {text}
            </button>
          ))}
        </div>
      );
    case "item":
      return (
        <button
          type="button"
          role="menuitem"
          {...ITEM}
          onClick={() => {
            close();
            entry.onSelect();
          }}
        >
          {entry.icon}
          {entry.label}
        </button>
      );
  }
}

export type MenuProps = {
  /** The button that opens it, with its own name. */
  trigger: ReactElement<Record<string, unknown>>;
  entries: readonly MenuEntry[];
  /** Something to read above the entries: who is signed in. */
  header?: ReactNode;
  align?: "start" | "end";
  className?: string;
};

/** A menu of actions, links and choices. */
export function Menu({ trigger, entries, header, align = "end", className = "shrink-0" }: MenuProps) {
  const id = useId();
  const { open, box, frame, close, toggle, onTriggerKey, onMenuKey } = useMenu();
  return (
    <div ref={frame} className={clsx("relative inline-flex", className)}>
      {cloneElement(trigger, {
        id: `${id}button`,
        "aria-haspopup": "menu",
        "aria-expanded": open,
        "aria-controls": open ? `${id}menu` : undefined,
        // A click made by a key has no count.
        onClick: (event: MouseEvent) => toggle(event.detail === 0),
        onKeyDown: onTriggerKey,
      })}
      {open && (
        <div
          className={clsx(
            "absolute top-full z-50 mt-1.5 min-w-44 rounded-panel border border-line bg-raised py-1 text-text shadow-popover",
            "transition-opacity duration-[120ms] starting:opacity-0",
            align === "end" ? "right-0" : "left-0",
          )}
        >
          {header && <div className="border-b border-line px-3 pt-1 pb-2">{header}</div>}
          <div
            ref={box}
            id={`${id}menu`}
            role="menu"
            tabIndex={-1}
            aria-labelledby={`${id}button`}
            onKeyDown={onMenuKey}
            className="outline-none"
          >
            {entries.map((entry) => (
              <Entry key={entry.id} entry={entry} close={close} />
            ))}
          </div>
        </div>
      )}
    </div>
  );
}
