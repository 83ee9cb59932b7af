import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CopySheet } from "@/components/filing/check/copy-sheet";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { refusePage, requireActor } from "@/lib/http/page";
import { roundOf } from "@/lib/http/round-of";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { getStaffCopy } from "@/lib/usecases/review/get-staff-copy";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ round?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("orders.copy"))("title") };
}

/** The applicant's copy for the file of the provider: who does not hold the order reads it masked. */
export default async function StaffCopyPage({ params, searchParams }: Props) {
  const actor = await requireActor("review.read");
  const [{ id }, { round }] = await Promise.all([params, searchParams]);
  const copy = await getStaffCopy(actor, { orderId: id, round: roundOf(round) });
  if (!copy.ok) refusePage(copy.error);
  const view = copy.value;
  const [t, bench] = [await getTranslations("orders.copy"), await getTranslations("review.bench")];
  const time = formatDateTime(view.submittedAt, toLocale(await getLocale()));
  return (
    <>
      <PageHeader
        title={t("title")}
        breadcrumb={[
          { label: bench("orders"), href: "/review/queue/all" },
          { label: view.order.number, href: `/review/orders/${view.order.id}` },
          { label: t("title") },
        ]}
        description={t(view.whole ? "textWhole" : "text", { round: view.round, time })}
        action={<PrintButton label={t("print")} />}
      />
      <CopySheet view={view} />
    </>
  );
}
