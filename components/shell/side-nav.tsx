"use client";

import { clsx } from "clsx";
import { ChevronDown } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Link } from "@/components/ui/link";
import { currentHref, type NavGroup, type NavItem } from "./nav";

function Item({ item, current, onGo }: { item: NavItem; current: boolean; onGo?: () => void }) {
  return (
    <li>
      <Link
        href={item.href}
        onClick={onGo}
        aria-current={current ? "page" : undefined}
        className={clsx(
          "relative flex min-h-10 items-center gap-3 rounded-control px-3 transition-colors [&_svg]:size-[18px] [&_svg]:shrink-0",
          current
            ? "bg-accent-wash font-semibold text-accent"
            : "text-text hover:bg-canvas [&_svg]:text-muted",
        )}
      >
        {item.icon}
        <span className="min-w-0 flex-1">{item.label}</span>
        {item.count !== undefined && item.count > 0 && (
          <span className="rounded-full bg-tone-you-wash px-2 text-small font-semibold text-tone-you tabular-nums">
            {item.count}
          </span>
        )}
      </Link>
    </li>
  );
}

function Group({
  group,
  current,
  onGo,
}: {
  group: NavGroup;
  current: string | undefined;
  onGo?: () => void;
}) {
  const [open, setOpen] = useState(true);
  const items = (
    <ul className="flex flex-col gap-0.5">
      {group.items.map((item) => (
        <Item key={item.href} item={item} current={item.href === current} onGo={onGo} />
      ))}
    </ul>
  );
  if (!group.label) return items;
  return (
    <div>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex h-8 w-full items-center justify-between rounded-control px-3 text-small text-muted hover:text-text"
      >
        {group.label}
        <ChevronDown aria-hidden className={clsx("size-3.5 transition-transform", !open && "-rotate-90")} />
      </button>
      {open && items}
    </div>
  );
}

/** The menu of a place. */
export function SideNav({ groups, onGo }: { groups: readonly NavGroup[]; onGo?: () => void }) {
  const t = useTranslations("shell");
  const current = currentHref(groups, usePathname());
  return (
    <nav aria-label={t("mainMenu")} className="flex flex-col gap-4">
      {groups.map((group) => (
        <Group key={group.id} group={group} current={current} onGo={onGo} />
      ))}
    </nav>
  );
}
