import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StartOrder } from "@/components/filing/start/start-form";
import { Messages } from "@/components/shell/messages";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/http/page";
import { isFlagged } from "@/lib/usecases/accounts/is-flagged";
import { getStart } from "@/lib/usecases/orders/get-start";
import { Flagged } from "../../account/flagged";
import { RealNameFirst } from "../../account/real-name-first";
import { createOrderAction, previewOrderAction } from "../../actions";
import { viewOr404 } from "../../view";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("orders.start"))("title") };
}

type Props = { searchParams: Promise<{ number?: string | string[] }> };

export default async function NewOrderPage({ searchParams }: Props) {
  const { number } = await searchParams;
  const actor = await requireActor("order.open.own");
  if (actor.accountId === null) redirect("/console");
  const flagged = await isFlagged(actor.accountId);
  const [t, crumbs, start] = [
    await getTranslations("orders.start"),
    await getTranslations("console.orders"),
    viewOr404(await getStart(actor)),
  ];
  return (
    <>
      <PageHeader
        title={t("title")}
        breadcrumb={[{ label: crumbs("title"), href: "/console/orders" }, { label: t("title") }]}
        description={start.openOrderId === null && !flagged ? t("text") : undefined}
      />
      <div className="mb-6 empty:hidden">
        <RealNameFirst actor={actor} />
      </div>
      {flagged ? (
        <Flagged />
      ) : start.openOrderId === null ? (
        <Messages namespaces={["orders.start", "fields", "codes", "orderTypes", "systems"]}>
          <StartOrder
            natures={start.natures}
            kind={start.kind}
            certNo={start.certNo}
            province={start.province}
            domains={start.domains}
            number={typeof number === "string" ? number.slice(0, 64) : ""}
            preview={previewOrderAction}
            create={createOrderAction}
          />
        </Messages>
      ) : (
        <Notice
          tone="you"
          title={t("blocked.OPEN_ORDER.title")}
          actions={
            <>
              <ButtonLink href={`/console/orders/${start.openOrderId}`} variant="primary">
                {t("blocked.openOrder")}
              </ButtonLink>
              <ButtonLink href="/ways-out/open-order">{t("blocked.guide")}</ButtonLink>
            </>
          }
        >
          {t("blocked.OPEN_ORDER.text")}
        </Notice>
      )}
    </>
  );
}
