import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AppForm } from "@/components/filing/section/app-form";
import { WebsiteForm } from "@/components/filing/section/website-form";
import { PartId } from "@/lib/filing/application/draft";
import { answerCorrectionAction, judgeSectionAction } from "../../../../actions";
import { dropDomainAction } from "../../../../change-actions";
import { SectionPage } from "../../section-page";

type Props = {
  params: Promise<{ id: string; serviceId: string }>;
  searchParams: Promise<{ check?: string; back?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("orders.place"))("service") };
}

export default async function Page({ params, searchParams }: Props) {
  const [{ id, serviceId }, { check, back }] = await Promise.all([params, searchParams]);
  if (!PartId.safeParse(serviceId).success) notFound();
  return (
    <SectionPage orderId={id} section={`service:${serviceId}`} title="service" back={back}>
      {(view, samples) => {
        const Form = "kind" in view.value && view.value.kind === "APP" ? AppForm : WebsiteForm;
        return (
          <Form
            key={serviceId}
            view={view}
            samples={samples}
            judged={check === "1"}
            actions={{
              ...{ judge: judgeSectionAction, answer: answerCorrectionAction },
              ...(view.change !== null && { dropDomain: dropDomainAction }),
            }}
          />
        );
      }}
    </SectionPage>
  );
}
