import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SideBySide } from "@/components/filing/change/side-by-side";
import { Answers } from "@/components/filing/check/answers";
import { Changes } from "@/components/filing/check/changes";
import { CheckMaterials } from "@/components/filing/check/check-materials";
import { FiledComparison } from "@/components/filing/check/filed-comparison";
import { SubmitForm } from "@/components/filing/check/submit-form";
import { Messages } from "@/components/shell/messages";
import { SilentSystems } from "@/components/shell/silent-systems";
import { Panel } from "@/components/ui/panel";
import { placeOf } from "@/lib/filing/application/draft-sections";
import { requireActor } from "@/lib/http/page";
import { getCheck } from "@/lib/usecases/orders/get-check";
import { submitOrderAction } from "../../../actions";
import { viewOr404 } from "../../../view";
import { OrderHeader } from "../order-header";
import { Findings } from "./findings";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("orders.check"))("title") };
}

/** Everything once more, with the way back to each; what stands against it; the declarations. */
export default async function CheckPage({ params }: Props) {
  const actor = await requireActor("order.read.own");
  const { id } = await params;
  const view = viewOr404(await getCheck(actor, { orderId: id }));
  const t = await getTranslations("orders.check");
  const { order } = view;
  const titles = Object.fromEntries(view.groups.map((group) => [placeOf(group.subject), group.title]));
  const open = view.corrections.flatMap(({ items }) => items).filter(({ answer }) => answer === null).length;
  const unread = view.warnings.filter(({ note }) => note === null).length;
  return (
    <>
      <OrderHeader
        order={order}
        page={t("title")}
        title={t(order.editable ? "title" : "readTitle")}
        description={t(order.editable ? "text" : "readText")}
      />
      <div className="flex max-w-[60rem] flex-col gap-6">
        <SilentSystems systems={view.silent} />
        {order.editable && <Findings view={view} titles={titles} />}
        {view.filed && <SideBySide groups={view.filed.groups} />}
        {view.changes && <Changes changes={view.changes} />}
        {view.compared.length > 0 && <FiledComparison groups={view.compared} open={order.editable} />}
        {view.groups.map((group) => (
          <Answers key={group.subject} group={group} {...(order.editable ? { href: group.href } : {})} />
        ))}
        <Panel title={t("materials")}>
          <CheckMaterials materials={view.materials} />
        </Panel>
        {order.editable && (
          <Messages namespaces={["orders.check", "declarations"]}>
            <SubmitForm
              orderId={id}
              version={view.version}
              open={{ findings: view.blocking.length, corrections: open, unread }}
              submit={submitOrderAction}
            />
          </Messages>
        )}
      </div>
    </>
  );
}
