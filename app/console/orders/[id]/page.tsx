import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/lib/http/page";
import { getOrder } from "@/lib/usecases/orders/get-order";
import { viewOr404 } from "../../view";
import { CancellationPage } from "./cancellation-page";
import { DraftPage } from "./draft-page";
import { OrderPage } from "./order-page";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("orders"))("title") };
}

/** A draft is a task list; anything submitted is an order with its wait and its history; a cancellation never is a draft. */
export default async function OrderRoute({ params }: Props) {
  const actor = await requireActor("order.read.own");
  const { id } = await params;
  const view = viewOr404(await getOrder(actor, { orderId: id }));
  if (view.cancels !== null) return <CancellationPage view={view} />;
  return view.order.state === "DRAFT" ? (
    <DraftPage actor={actor} view={view} />
  ) : (
    <OrderPage actor={actor} view={view} />
  );
}
