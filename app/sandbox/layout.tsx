import { Clock, Inbox, Landmark, MessageSquareLock, SearchCheck, UsersRound } from "lucide-react";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Frame } from "@/app/frame";
import { Messages } from "@/components/shell/messages";
import type { NavGroup } from "@/components/shell/nav";
import { env } from "@/lib/env";
import { optionalActor } from "@/lib/http/page";

/** Tools of the sandbox; in production there is no such place. */
export default async function SandboxLayout({ children }: { children: ReactNode }) {
  if (env.MODE !== "sandbox") notFound();
  const [t, actor] = await Promise.all([getTranslations("sandbox.nav"), optionalActor()]);
  const nav: NavGroup[] = [
    {
      id: "sandbox",
      items: [
        { href: "/sandbox", label: t("personas"), icon: <UsersRound aria-hidden />, exact: true },
        { href: "/sandbox/mailbox", label: t("mailbox"), icon: <Inbox aria-hidden /> },
        { href: "/sandbox/clock", label: t("clock"), icon: <Clock aria-hidden /> },
      ],
    },
    {
      id: "authority",
      label: t("authority"),
      items: [
        { href: "/verify", label: t("verify"), icon: <MessageSquareLock aria-hidden /> },
        { href: "/authority", label: t("desk"), icon: <Landmark aria-hidden /> },
        { href: "/query", label: t("query"), icon: <SearchCheck aria-hidden /> },
      ],
    },
  ];
  return (
    <Frame place="sandbox" nav={nav} actor={actor}>
      <Messages namespaces={["auth", "sandbox"]}>{children}</Messages>
    </Frame>
  );
}
