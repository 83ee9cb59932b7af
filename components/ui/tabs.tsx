"use client";

import { Tabs as Base } from "@base-ui/react/tabs";
import { clsx } from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";

const TAB =
  "inline-flex h-10 items-center gap-2 border-b-2 border-transparent px-1 whitespace-nowrap text-muted transition-colors hover:text-text";
const ACTIVE = "border-accent font-semibold text-accent";

export type TabItem = { id: string; label: ReactNode; count?: number; panel: ReactNode };

function Count({ value }: { value: number | undefined }) {
  if (value === undefined) return null;
  return (
    <span className="rounded-full bg-tone-ended-wash px-1.5 text-small text-muted tabular-nums">{value}</span>
  );
}

/** Parts of one page, switched without leaving it. */
export function Tabs({
  items,
  label,
  defaultId,
}: {
  items: readonly TabItem[];
  label: string;
  defaultId?: string;
}) {
  return (
    <Base.Root defaultValue={defaultId ?? items[0]?.id}>
      <Base.List aria-label={label} className="flex gap-6 overflow-x-auto border-b border-line">
        {items.map((item) => (
          <Base.Tab
            key={item.id}
            value={item.id}
            className={clsx(
              TAB,
              "data-active:border-accent data-active:font-semibold data-active:text-accent",
            )}
          >
            {item.label}
            <Count value={item.count} />
          </Base.Tab>
        ))}
      </Base.List>
      {items.map((item) => (
        <Base.Panel key={item.id} value={item.id} className="pt-4">
          {item.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}

export type TabLinkItem = { id: string; href: string; label: ReactNode; count?: number };

/** The same look for parts that have their own address. */
export function TabLinks({
  items,
  current,
  label,
}: {
  items: readonly TabLinkItem[];
  current: string;
  label: string;
}) {
  return (
    <nav aria-label={label} className="flex gap-6 overflow-x-auto border-b border-line">
      {items.map((item) => (
        <Link
          key={item.id}
          href={item.href}
          aria-current={item.id === current ? "page" : undefined}
          className={clsx(TAB, item.id === current && ACTIVE)}
        >
          {item.label}
          <Count value={item.count} />
        </Link>
      ))}
    </nav>
  );
}
