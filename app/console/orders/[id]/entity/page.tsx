import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EntityForm } from "@/components/filing/section/entity-form";
import type { SectionValue } from "@/lib/filing/application/draft-sections";
import { divisionText } from "@/lib/filing/policy/divisions";
import { answerCorrectionAction, judgeSectionAction, takeKnownPartAction } from "../../../actions";
import { knownParts } from "../known-parts";
import { SectionPage } from "../section-page";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ check?: string; back?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("orders.place"))("entity") };
}

export default async function Page({ params, searchParams }: Props) {
  const [{ id }, { check, back }] = await Promise.all([params, searchParams]);
  const known = await knownParts(id);
  return (
    <SectionPage orderId={id} section="entity" title="entity" back={back}>
      {(view, samples) => (
        <EntityForm
          key={view.order.id}
          view={view}
          samples={samples}
          judged={check === "1"}
          known={{ list: known.entities, take: takeKnownPartAction }}
          divisions={divisionsFor(view.value)}
          actions={{ judge: judgeSectionAction, answer: answerCorrectionAction }}
        />
      )}
    </SectionPage>
  );
}

/** The lists of the province in the draft come with the page: they stand there before its script does. */
function divisionsFor(value: SectionValue) {
  const province = "province" in value ? (value.province ?? "") : "";
  const text = divisionText(province);
  return text === undefined ? undefined : { province, text };
}
