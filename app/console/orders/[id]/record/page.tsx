import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OrderTimeline } from "@/components/filing/order/order-timeline";
import { StateTag } from "@/components/filing/order/state-tag";
import { Panel } from "@/components/ui/panel";
import { PaperLines } from "@/components/ui/paper-lines";
import { PrintButton } from "@/components/ui/print-button";
import { requireActor } from "@/lib/http/page";
import { getOrder } from "@/lib/usecases/orders/get-order";
import { viewOr404 } from "../../../view";
import { OrderHeader } from "../order-header";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("orders.record"))("title") };
}

/** Every step of an order, oldest first, made to be printed. */
export default async function RecordPage({ params }: Props) {
  const actor = await requireActor("order.read.own");
  const { id } = await params;
  const view = viewOr404(await getOrder(actor, { orderId: id }));
  const [t, copy] = await Promise.all([getTranslations("orders.record"), getTranslations("orders.copy")]);
  const round = view.order.round > 0 && copy("roundN", { round: view.order.round });
  return (
    <>
      <OrderHeader
        order={view.order}
        page={t("title")}
        title={
          <span className="inline-flex flex-wrap items-center gap-3">
            {`${t("title")} ${view.order.number}`}
            <StateTag state={view.order.state} />
          </span>
        }
        description={t("text")}
        action={<PrintButton label={copy("print")} />}
      />
      <PaperLines left={t("title")} right={[view.order.number, round].filter(Boolean).join(" · ")} />
      <div className="max-w-[60rem]">
        <Panel>
          <OrderTimeline lines={view.timeline.toReversed()} />
        </Panel>
      </div>
    </>
  );
}
