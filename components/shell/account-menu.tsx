"use client";

import { LogOut, Settings } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Avatar } from "@/components/ui/avatar";
import type { MenuEntry } from "@/components/ui/menu";
import { Menu } from "@/components/ui/menu";

export type FrameUser = {
  name: string;
  /** Key below `shell.role`. */
  roleLabelKey: "applicant" | "reviewer" | "supervisor" | "admin" | "officer";
};

type AccountMenuProps = {
  user: FrameUser;
  settingsHref?: string;
  /** A server action; it redirects. */
  signOut?: () => Promise<void>;
};

/** Who is signed in, settings, the way out. */
export function AccountMenu({ user, settingsHref, signOut }: AccountMenuProps) {
  const t = useTranslations("shell");
  const [, startTransition] = useTransition();
  const entries: MenuEntry[] = [];
  if (settingsHref)
    entries.push({
      kind: "link",
      id: "settings",
      label: t("accountSettings"),
      icon: <Settings aria-hidden />,
      href: settingsHref,
    });
  if (signOut)
    entries.push({
      kind: "item",
      id: "sign-out",
      label: t("signOut"),
      icon: <LogOut aria-hidden />,
      onSelect: () => startTransition(signOut),
    });
  return (
    <Menu
      trigger={
        <button
          type="button"
          className="inline-flex h-9 shrink-0 items-center gap-2 rounded-control px-1 hover:bg-accent-wash"
        >
          <span className="sr-only">{t("accountOf", { name: user.name })}</span>
          <span aria-hidden className="flex items-center gap-2">
            <Avatar name={user.name} />
            <span className="max-w-32 truncate max-lg:hidden">{user.name}</span>
          </span>
        </button>
      }
      header={
        <>
          <p className="font-semibold">{user.name}</p>
          <p className="text-small text-muted">{t(`role.${user.roleLabelKey}`)}</p>
        </>
      }
      entries={entries}
    />
  );
}
