import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FiledForm } from "@/components/filing/section/filed-form";
import { answerCorrectionAction, judgeSectionAction } from "../../../actions";
import { SectionPage } from "../section-page";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ check?: string; back?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("orders.place"))("filed") };
}

export default async function Page({ params, searchParams }: Props) {
  const [{ id }, { check, back }] = await Promise.all([params, searchParams]);
  return (
    <SectionPage orderId={id} section="filed" title="filed" back={back}>
      {(view) => (
        <FiledForm
          key={view.order.id}
          view={view}
          judged={check === "1"}
          actions={{ judge: judgeSectionAction, answer: answerCorrectionAction }}
        />
      )}
    </SectionPage>
  );
}
