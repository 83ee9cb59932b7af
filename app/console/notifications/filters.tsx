import { clsx } from "clsx";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import { NOTIFICATION_GROUPS } from "@/lib/notify/groups";
import type { NotificationFilter } from "@/lib/usecases/notifications/list-notifications";

const PATH = "/console/notifications";

/** The address of a filtered list; what is not asked for stands in none. */
export function hrefOf({ show, group, before }: NotificationFilter): string {
  const query = new URLSearchParams({
    ...(show === "unread" ? { show } : {}),
    ...(group === undefined ? {} : { group }),
    ...(before === undefined ? {} : { before }),
  }).toString();
  return query === "" ? PATH : `${PATH}?${query}`;
}

/** What the list shows: links, so that they can be kept and gone back to. */
export async function Filters({ show, group }: NotificationFilter) {
  const t = await getTranslations("notifications");
  const chip = (href: string, label: string, on: boolean) => (
    <li key={href}>
      <Link
        href={href}
        aria-current={on ? "true" : undefined}
        className={clsx(
          "inline-flex h-8 items-center rounded-control border px-3 whitespace-nowrap",
          on
            ? "border-accent bg-accent-wash font-semibold text-accent"
            : "border-line bg-surface hover:border-accent",
        )}
      >
        {label}
      </Link>
    </li>
  );
  return (
    <nav aria-label={t("center.filter")} className="mb-4 flex flex-col gap-2">
      <ul className="flex flex-wrap gap-2">
        {(["all", "unread"] as const).map((one) =>
          chip(hrefOf({ show: one, group }), t(`center.show.${one}`), one === show && group === undefined),
        )}
        {NOTIFICATION_GROUPS.map((one) =>
          chip(
            hrefOf({ show, group: one === group ? undefined : one }),
            t(`group.${one}.label`),
            one === group,
          ),
        )}
      </ul>
    </nav>
  );
}
