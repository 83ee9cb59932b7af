import { ArrowRight } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { GeneralFindings } from "@/components/filing/order/general-findings";
import { ServiceList } from "@/components/filing/services/service-list";
import { Messages } from "@/components/shell/messages";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { isChange } from "@/lib/filing/guide/order-type";
import { requireActor } from "@/lib/http/page";
import { tellFindings } from "@/lib/messages/tell-findings";
import { getServices } from "@/lib/usecases/orders/get-services";
import { editServicesAction, takeFiledServiceAction } from "../../../actions";
import { viewOr404 } from "../../../view";
import { OrderHeader } from "../order-header";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("orders.services"))("title") };
}

export default async function ServicesPage({ params }: Props) {
  const actor = await requireActor("order.read.own");
  const { id } = await params;
  const view = viewOr404(await getServices(actor, { orderId: id }));
  // Which services a change is about was said when it began.
  if (isChange(view.order.type)) redirect(`/console/orders/${id}`);
  const t = await getTranslations("orders.services");
  const rows = view.services.map(({ id: serviceId, kind, name, domains, missing, problems }) => ({
    id: serviceId,
    kind,
    name,
    domains,
    note: missing + problems > 0 ? t("open", { count: missing + problems }) : "",
    tone:
      problems > 0 && missing === 0
        ? ("refused" as const)
        : missing > 0
          ? ("you" as const)
          : ("done" as const),
  }));
  // What is missing altogether, the empty list says itself.
  const findings = rows.length === 0 ? [] : await tellFindings(view.findings);
  return (
    <>
      <OrderHeader
        order={view.order}
        page={t("title")}
        title={t("title")}
        description={t(view.kinds.length === 0 ? "accessText" : "text")}
      />
      {findings.length > 0 && (
        <div className="mb-6 flex flex-col gap-4">
          <GeneralFindings findings={findings} />
        </div>
      )}
      <Panel flush>
        <Messages namespaces={["orders.services"]}>
          <ServiceList
            orderId={id}
            rows={rows}
            kinds={view.kinds}
            editable={view.order.editable}
            filed={view.filed}
            edit={editServicesAction}
            take={takeFiledServiceAction}
          />
        </Messages>
      </Panel>
      <div className="mt-6 flex justify-end">
        <ButtonLink href={view.next} variant="primary">
          {t("next")}
          <ArrowRight aria-hidden />
        </ButtonLink>
      </div>
    </>
  );
}
