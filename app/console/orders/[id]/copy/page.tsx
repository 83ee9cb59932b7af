import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CopySheet } from "@/components/filing/check/copy-sheet";
import { PrintButton } from "@/components/ui/print-button";
import { requireActor } from "@/lib/http/page";
import { roundOf } from "@/lib/http/round-of";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { getCopy } from "@/lib/usecases/orders/get-copy";
import { viewOr404 } from "../../../view";
import { OrderHeader } from "../order-header";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ round?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("orders.copy"))("title") };
}

/** What was submitted, made to be printed. */
export default async function CopyPage({ params, searchParams }: Props) {
  const actor = await requireActor("order.read.own");
  const [{ id }, { round }] = await Promise.all([params, searchParams]);
  const view = viewOr404(await getCopy(actor, { orderId: id, round: roundOf(round) }));
  const t = await getTranslations("orders.copy");
  const time = formatDateTime(view.submittedAt, toLocale(await getLocale()));
  return (
    <>
      <OrderHeader
        order={view.order}
        page={t("title")}
        title={t("title")}
        description={t("text", { round: view.round, time })}
        action={<PrintButton label={t("print")} />}
      />
      <CopySheet view={view} />
    </>
  );
}
