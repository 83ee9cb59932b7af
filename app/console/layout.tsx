import {
  Bell,
  Building2,
  CircleUserRound,
  FilePlus2,
  FileStack,
  KeyRound,
  LayoutDashboard,
  Server,
} from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Frame } from "@/app/frame";
import type { NavGroup } from "@/components/shell/nav";
import { requireActor } from "@/lib/http/page";

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor("console.enter");
  const t = await getTranslations("console.nav");
  const nav: NavGroup[] = [
    {
      id: "filing",
      items: [
        { href: "/console", label: t("overview"), icon: <LayoutDashboard aria-hidden />, exact: true },
        { href: "/console/orders", label: t("orders"), icon: <FileStack aria-hidden /> },
        { href: "/console/orders/new", label: t("new"), icon: <FilePlus2 aria-hidden /> },
        { href: "/console/filings", label: t("filings"), icon: <Building2 aria-hidden /> },
      ],
    },
    {
      id: "more",
      label: t("account"),
      items: [
        { href: "/console/resources", label: t("resources"), icon: <Server aria-hidden /> },
        { href: "/console/notifications", label: t("notifications"), icon: <Bell aria-hidden /> },
        { href: "/console/tokens", label: t("tokens"), icon: <KeyRound aria-hidden /> },
        { href: "/console/account", label: t("myAccount"), icon: <CircleUserRound aria-hidden /> },
      ],
    },
  ];
  return (
    <Frame place="console" nav={nav} actor={actor}>
      {children}
    </Frame>
  );
}
