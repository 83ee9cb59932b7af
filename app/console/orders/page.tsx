import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DecisionDates } from "@/components/filing/estimate/decision-dates";
import { StateTag } from "@/components/filing/order/state-tag";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { requireActor } from "@/lib/http/page";
import { provinceName } from "@/lib/messages/codes";
import { formatDate } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { listOrders } from "@/lib/usecases/orders/list-orders";
import { viewOr404 } from "../view";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console.orders"))("title") };
}

export default async function OrdersPage() {
  const actor = await requireActor("order.read.own");
  const [t, estimate, types, locale] = [
    await getTranslations("console.orders"),
    await getTranslations("estimate"),
    await getTranslations("orderTypes"),
    toLocale(await getLocale()),
  ];
  const { orders, mayStart } = viewOr404(await listOrders(actor));
  const start = (
    <ButtonLink href="/console/orders/new" variant="primary" icon={<Plus aria-hidden />}>
      {t("new")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        description={mayStart ? t("text") : t("oneAtATime")}
        action={mayStart && orders.length > 0 ? start : undefined}
      />
      <Panel flush>
        {orders.length === 0 ? (
          <EmptyState title={t("emptyTitle")} action={start}>
            {t("emptyText")}
          </EmptyState>
        ) : (
          <Table label={t("title")} stacked>
            <THead>
              <Tr>
                <Th>{t("number")}</Th>
                <Th>{t("headline")}</Th>
                <Th>{t("type")}</Th>
                <Th>{t("province")}</Th>
                <Th>{t("state")}</Th>
                <Th>{t("since")}</Th>
                <Th>{estimate("label")}</Th>
              </Tr>
            </THead>
            <TBody>
              {orders.map((order) => (
                <Tr key={order.id}>
                  <Td label={t("number")}>
                    <Link href={`/console/orders/${order.id}`} className="link font-mono">
                      {order.number}
                    </Link>
                  </Td>
                  <Td label={t("headline")}>{order.headline ?? "-"}</Td>
                  <Td label={t("type")}>{types(`${order.type}.label`)}</Td>
                  <Td label={t("province")}>{order.province ? provinceName(order.province, locale) : "-"}</Td>
                  <Td label={t("state")}>
                    <StateTag state={order.state} />
                  </Td>
                  <Td label={t("since")}>{formatDate(order.since, locale)}</Td>
                  <Td label={estimate("label")}>
                    {order.decision ? <DecisionDates estimate={order.decision} /> : "-"}
                  </Td>
                </Tr>
              ))}
            </TBody>
          </Table>
        )}
      </Panel>
    </>
  );
}
