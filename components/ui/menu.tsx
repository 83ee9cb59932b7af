"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { clsx } from "clsx";
import { Check } from "lucide-react";
import Link from "next/link";
import type { ReactElement, ReactNode } from "react";

export type MenuEntry =
  | {
      kind: "item";
      id: string;
      label: ReactNode;
      icon?: ReactNode;
      danger?: boolean;
      disabled?: boolean;
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
    }
  | { kind: "separator"; id: string };

const ITEM =
  "flex min-h-9 w-full cursor-pointer items-center gap-2 px-3 text-left text-base outline-none select-none " +
  "data-highlighted:bg-accent-wash data-highlighted:text-accent data-disabled:cursor-not-allowed data-disabled:text-muted [&_svg]:size-4 [&_svg]:shrink-0";

function Entry({ entry }: { entry: MenuEntry }) {
  switch (entry.kind) {
    case "separator":
      return <Base.Separator className="my-1 border-t border-line" />;
    case "link":
      return (
        <Base.LinkItem className={ITEM} closeOnClick render={<Link href={entry.href} />}>
          {entry.icon}
          {entry.label}
        </Base.LinkItem>
      );
    case "radio":
      return (
        <Base.RadioGroup value={entry.value} onValueChange={(value) => entry.onChange(String(value))}>
          <div className="px-3 pt-2 pb-1 text-small text-muted">{entry.label}</div>
          {entry.options.map((option) => (
            <Base.RadioItem key={option.value} value={option.value} closeOnClick className={ITEM}>
              <span className="inline-flex size-4">
                <Base.RadioItemIndicator>
                  <Check aria-hidden />
                </Base.RadioItemIndicator>
              </span>
              {option.label}
            </Base.RadioItem>
          ))}
        </Base.RadioGroup>
      );
    case "item":
      return (
        <Base.Item
          disabled={entry.disabled}
          onClick={entry.onSelect}
          className={clsx(ITEM, entry.danger && "text-tone-refused data-highlighted:text-tone-refused")}
        >
          {entry.icon}
          {entry.label}
        </Base.Item>
      );
  }
}

export type MenuProps = {
  /** The button that opens it, with its own name. */
  trigger: ReactElement;
  entries: readonly MenuEntry[];
  /** Something to read above the entries: who is signed in. */
  header?: ReactNode;
  align?: "start" | "end";
};

/** A menu of actions, links and choices. */
export function Menu({ trigger, entries, header, align = "end" }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} sideOffset={6} className="z-50 outline-none">
          <Base.Popup className="min-w-44 rounded-panel border border-line bg-raised py-1 text-text shadow-popover outline-none transition-opacity duration-[120ms] data-ending-style:opacity-0 data-starting-style:opacity-0">
            {header && <div className="border-b border-line px-3 pt-1 pb-2">{header}</div>}
            {entries.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
