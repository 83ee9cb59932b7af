import { FileText, ScrollText } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { OrderHead } from "@/lib/usecases/orders/views/head";

/** What can be read and printed of an order. */
export function OrderPapers({ order }: { order: OrderHead }) {
  const t = useTranslations("orders");
  const base = `/console/orders/${order.id}`;
  const papers = [
    ...(order.round > 0 ? [{ href: `${base}/copy`, label: t("copy.link"), Icon: FileText }] : []),
    { href: `${base}/record`, label: t("record.link"), Icon: ScrollText },
  ];
  return (
    <ul data-no-print className="flex flex-wrap gap-x-6 gap-y-2 px-1">
      {papers.map(({ href, label, Icon }) => (
        <li key={href}>
          <Link href={href} className="link inline-flex min-h-7 items-center gap-1.5">
            <Icon aria-hidden className="size-4" />
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
