"use client";

import { clsx } from "clsx";
import { Menu } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { IconButton } from "@/components/ui/button";
import { Drawer } from "@/components/ui/dialog";
import type { NavGroup } from "./nav";
import { SideNav } from "./side-nav";

/** The same menu as a sheet from the bottom, on phones and beside wide pages. */
export function NavSheet({ groups, className }: { groups: readonly NavGroup[]; className?: string }) {
  const t = useTranslations("shell");
  const [open, setOpen] = useState(false);
  return (
    <Drawer
      open={open}
      onOpenChange={setOpen}
      title={t("mainMenu")}
      trigger={
        <IconButton label={t("openMenu")} className={clsx("-ml-2", className)}>
          <Menu aria-hidden />
        </IconButton>
      }
    >
      <div className="-mx-3 pb-4">
        <SideNav groups={groups} onGo={() => setOpen(false)} />
      </div>
    </Drawer>
  );
}
