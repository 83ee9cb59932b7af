import {
  Bookmark,
  CalendarClock,
  Eraser,
  FileUp,
  HandHelping,
  Inbox,
  ListChecks,
  MailWarning,
  MessageCircleQuestion,
  MessageSquareReply,
  PhoneCall,
  RadioTower,
  Scale,
  SearchCheck,
  Send,
  Settings2,
  ShieldAlert,
  Ticket,
  UserRound,
  UsersRound,
  Webhook,
} from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Frame } from "@/app/frame";
import { Messages } from "@/components/shell/messages";
import type { NavGroup } from "@/components/shell/nav";
import { can } from "@/lib/filing/access";
import { requireActor } from "@/lib/http/page";
import { ERRORS_OF_STAFF } from "@/lib/messages/error-parts";
import { countQuestions } from "@/lib/usecases/changes/questions";
import { handoverWaiting } from "@/lib/usecases/handover/list-handover";
import { countInspections } from "@/lib/usecases/inspection/list-inspections";
import { countTickets } from "@/lib/usecases/manual/tickets";
import { countDeliveries } from "@/lib/usecases/notifications/list-deliveries";
import { countQueue } from "@/lib/usecases/review/list-queue";
import { queueHref } from "@/lib/usecases/review/queue-filters";
import { listSavedViews } from "@/lib/usecases/review/saved-views";

export default async function ReviewLayout({ children }: { children: ReactNode }) {
  // Whoever has to set up his second factor first sees the frame around that page; each page asks for itself.
  const actor = await requireActor("factor.manage.own");
  const t = await getTranslations("review.nav");
  const policy = await getTranslations("policyPage");
  const saved = can(actor, "review.queue") ? await listSavedViews(actor) : [];
  const counts = can(actor, "review.queue")
    ? await countQueue(actor, Object.fromEntries(saved.map((one) => [one.id, one])))
    : null;
  const deliveries = can(actor, "delivery.manage")
    ? [
        {
          href: "/review/deliveries",
          label: (await getTranslations("notifications.deliveries"))("nav"),
          icon: <MailWarning aria-hidden />,
          count: (await countDeliveries()).given,
        },
      ]
    : [];
  const settings = can(actor, "settings.manage")
    ? [
        {
          href: "/review/settings",
          label: (await getTranslations("providerSettings"))("nav"),
          icon: <Settings2 aria-hidden />,
        },
      ]
    : [];
  const accounts = can(actor, "account.flag")
    ? [
        {
          href: "/review/accounts",
          label: (await getTranslations("accountDesk"))("nav"),
          icon: <ShieldAlert aria-hidden />,
        },
      ]
    : [];
  const imports = can(actor, "import.run")
    ? [
        {
          href: "/review/imports",
          label: (await getTranslations("imports"))("nav"),
          icon: <FileUp aria-hidden />,
        },
      ]
    : [];
  const webhooks = can(actor, "settings.manage")
    ? [
        {
          href: "/review/webhooks",
          label: (await getTranslations("webhooks"))("nav"),
          icon: <Webhook aria-hidden />,
        },
      ]
    : [];
  const serving = can(actor, "settings.manage")
    ? [
        {
          href: "/review/serving",
          label: (await getTranslations("serving"))("nav"),
          icon: <RadioTower aria-hidden />,
        },
      ]
    : [];
  const staff = can(actor, "staff.manage")
    ? [
        {
          href: "/review/staff",
          label: (await getTranslations("staff"))("nav"),
          icon: <UsersRound aria-hidden />,
        },
      ]
    : [];
  const tickets = can(actor, "review.queue")
    ? [
        {
          href: "/review/tickets",
          label: (await getTranslations("manual"))("nav"),
          icon: <Ticket aria-hidden />,
          count: await countTickets(actor),
        },
        {
          href: "/review/questions",
          label: (await getTranslations("change.desk"))("title"),
          icon: <MessageCircleQuestion aria-hidden />,
          count: await countQuestions(actor),
        },
      ]
    : [];
  const inspections = can(actor, "inspection.work")
    ? [
        {
          href: "/review/inspections",
          label: (await getTranslations("inspection"))("nav"),
          icon: <SearchCheck aria-hidden />,
          count: await countInspections(actor),
        },
      ]
    : [];
  const waiting = can(actor, "handover.work") ? await handoverWaiting(actor) : null;
  const handover =
    waiting === null
      ? []
      : [
          {
            href: "/review/handover",
            label: (await getTranslations("handover"))("nav"),
            icon: <HandHelping aria-hidden />,
            count: waiting,
          },
        ];
  const item = (
    view: "unclaimed" | "mine" | "due" | "callbacks" | "resubmitted" | "review" | "forwarded" | "all",
    icon: ReactNode,
  ) => ({
    href: `/review/queue/${view}`,
    label: t(view),
    icon,
    ...(counts === null || view === "all" || view === "forwarded" ? {} : { count: counts[view] }),
  });
  const nav: NavGroup[] =
    counts === null
      ? [{ id: "more", items: [...staff, ...deliveries, ...imports, ...webhooks, ...serving, ...settings] }]
      : [
          {
            id: "queue",
            label: t("queue"),
            items: [
              item("unclaimed", <Inbox aria-hidden />),
              item("mine", <UserRound aria-hidden />),
              item("due", <CalendarClock aria-hidden />),
              item("callbacks", <PhoneCall aria-hidden />),
              item("resubmitted", <MessageSquareReply aria-hidden />),
            ],
          },
          ...(saved.length > 0
            ? [
                {
                  id: "saved",
                  label: t("saved"),
                  items: saved.map(({ id, name, view, filters }) => ({
                    href: queueHref(view, filters, `saved=${id}`),
                    label: name,
                    icon: <Bookmark aria-hidden />,
                    count: (counts as Record<string, number>)[id] ?? 0,
                  })),
                },
              ]
            : []),
          {
            id: "more",
            label: t("all"),
            items: [
              item("review", <ListChecks aria-hidden />),
              item("forwarded", <Send aria-hidden />),
              ...handover,
              ...tickets,
              ...inspections,
              {
                href: "/review/cancellations",
                label: (await getTranslations("cancellations"))("title"),
                icon: <Eraser aria-hidden />,
              },
              item("all", <ListChecks aria-hidden />),
              ...(can(actor, "policy.read")
                ? [{ href: "/review/policy", label: policy("nav"), icon: <Scale aria-hidden /> }]
                : []),
              ...accounts,
              ...deliveries,
              ...imports,
              ...webhooks,
              ...serving,
              ...settings,
              ...staff,
            ],
          },
        ];
  return (
    <Frame place="review" nav={nav} actor={actor}>
      <Messages namespaces={["review", "policyPage", ...ERRORS_OF_STAFF]}>{children}</Messages>
    </Frame>
  );
}
