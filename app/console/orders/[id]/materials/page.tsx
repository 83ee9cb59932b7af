import { ArrowRight } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MaterialSlots } from "@/components/filing/materials/material-slots";
import { presentConsents, presentSlots } from "@/components/filing/materials/present-slots";
import { Messages } from "@/components/shell/messages";
import { SilentSystems } from "@/components/shell/silent-systems";
import { ButtonLink } from "@/components/ui/button";
import { env } from "@/lib/env";
import { CONSENTS } from "@/lib/filing/policy/consents";
import { requireActor } from "@/lib/http/page";
import { listSlots } from "@/lib/usecases/materials/list-slots";
import { getOrder } from "@/lib/usecases/orders/get-order";
import { giveConsentAction } from "../../../actions";
import { viewOr404 } from "../../../view";
import { Consents } from "../consents";
import { OrderHeader } from "../order-header";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("orders.place"))("materials") };
}

export default async function MaterialsPage({ params }: Props) {
  const actor = await requireActor("material.read.own");
  const { id } = await params;
  const { order } = viewOr404(await getOrder(actor, { orderId: id }));
  const slots = viewOr404(await listSlots(actor, { orderId: id }));
  const t = await getTranslations("orders");
  return (
    <>
      <OrderHeader
        order={order}
        page={t("place.materials")}
        title={t("place.materials")}
        description={t("materialsText", {
          megabytes: Math.floor(slots.limits.maxBytes / 1_048_576),
          videoMegabytes: Math.floor(slots.limits.videoMaxBytes / 1_048_576),
        })}
      />
      <div className="mb-6 empty:hidden">
        <SilentSystems systems={slots.silent} />
      </div>
      <Messages namespaces={["slots"]}>
        <MaterialSlots
          view={slots}
          texts={await presentSlots(slots)}
          consents={await presentConsents(CONSENTS, slots.eraseAfterDays)}
          samples={env.MODE === "sandbox"}
          giveConsent={giveConsentAction}
        />
      </Messages>
      <div className="mt-4">
        <Consents actor={actor} orderId={id} />
      </div>
      <div className="mt-6 flex justify-end">
        <ButtonLink href={`/console/orders/${id}/check`} variant="primary">
          {t("toCheck")}
          <ArrowRight aria-hidden />
        </ButtonLink>
      </div>
    </>
  );
}
