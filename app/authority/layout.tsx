import { Archive, Ban, BookMarked, Inbox, MessageSquareText, SlidersHorizontal, Unplug } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Frame } from "@/app/frame";
import { Messages } from "@/components/shell/messages";
import type { NavGroup } from "@/components/shell/nav";
import { listQueue } from "@/lib/authority/sandbox/usecases/list-queue";
import { env } from "@/lib/env";
import { requireActor } from "@/lib/http/page";
import { ERRORS_OF_DESK } from "@/lib/messages/error-parts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("authority");
  return { title: t("title") };
}

/** The desk of the simulated authority: officers only, absent in production. */
export default async function AuthorityLayout({ children }: { children: ReactNode }) {
  if (env.MODE !== "sandbox") notFound();
  const actor = await requireActor("desk.work");
  const t = await getTranslations("authority.nav");
  const queue = await listQueue(actor, { view: "review" });
  const waiting = queue.ok ? { count: queue.value.counts.review } : {};
  const nav: NavGroup[] = [
    {
      id: "queue",
      label: t("queue"),
      items: [
        { href: "/authority/queue/review", label: t("review"), icon: <Inbox aria-hidden />, ...waiting },
        { href: "/authority/queue/sms", label: t("sms"), icon: <MessageSquareText aria-hidden /> },
        { href: "/authority/queue/decided", label: t("decided"), icon: <Archive aria-hidden /> },
      ],
    },
    {
      id: "desk",
      label: t("desk"),
      items: [
        { href: "/authority/register", label: t("register"), icon: <BookMarked aria-hidden /> },
        { href: "/authority/blacklist", label: t("blacklist"), icon: <Ban aria-hidden /> },
        { href: "/authority/settings", label: t("settings"), icon: <SlidersHorizontal aria-hidden /> },
        { href: "/authority/line", label: t("line"), icon: <Unplug aria-hidden /> },
      ],
    },
  ];
  return (
    <Frame place="authority" nav={nav} actor={actor}>
      <Messages namespaces={["authority", ...ERRORS_OF_DESK]}>{children}</Messages>
    </Frame>
  );
}
