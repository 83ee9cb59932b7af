import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { StateTag } from "@/components/filing/order/state-tag";
import { Code } from "@/components/ui/code";
import { PageHeader } from "@/components/ui/page-header";
import type { OrderType } from "@/lib/filing/application/codes";
import { provinceName } from "@/lib/messages/codes";
import { toLocale } from "@/lib/messages/locales";
import type { OrderHead } from "@/lib/usecases/orders/views/head";

type Props = {
  order: OrderHead;
  /** A page below the order. */
  page?: string;
  title?: ReactNode;
  action?: ReactNode;
  description?: ReactNode;
};

const WITHOUT_SERVICES: ReadonlySet<OrderType> = new Set(["CHANGE_ENTITY", "CANCEL_ENTITY"]);

/** The head of every page about one order. */
export async function OrderHeader({ order, page, title, action, description }: Props) {
  const [t, types, console_, locale] = [
    await getTranslations("orders"),
    await getTranslations("orderTypes"),
    await getTranslations("console.orders"),
    toLocale(await getLocale()),
  ];
  const list = { label: console_("title"), href: "/console/orders" };
  const own = { label: order.number, href: `/console/orders/${order.id}` };
  // Nobody left a domain out of an order that has none.
  const withoutServices = WITHOUT_SERVICES.has(order.type)
    ? (order.unitName ?? types(`${order.type}.label`))
    : null;
  const place = order.province ? provinceName(order.province, locale) : null;
  return (
    <PageHeader
      title={title ?? order.headline ?? withoutServices ?? t("untitled")}
      tag={page === undefined && <StateTag state={order.state} />}
      breadcrumb={page === undefined ? [list, { label: order.number }] : [list, own, { label: page }]}
      description={
        description ?? (
          <span className="inline-flex flex-wrap items-center gap-x-4 gap-y-1 text-base">
            <Code copy={order.number}>{order.number}</Code>
            <span>{types(`${order.type}.label`)}</span>
            {place && <span>{place}</span>}
            {order.round > 0 && <span>{t("round", { round: order.round })}</span>}
          </span>
        )
      }
      action={action}
    />
  );
}
