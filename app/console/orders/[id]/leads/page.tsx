import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PeopleForm } from "@/components/filing/section/people-form";
import {
  answerCorrectionAction,
  confirmLeadCodeAction,
  judgeSectionAction,
  sendLeadCodeAction,
  takeKnownPartAction,
} from "../../../actions";
import { knownParts } from "../known-parts";
import { SectionPage } from "../section-page";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ check?: string; back?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("orders.place"))("people") };
}

export default async function Page({ params, searchParams }: Props) {
  const [{ id }, { check, back }] = await Promise.all([params, searchParams]);
  const known = await knownParts(id);
  return (
    <SectionPage orderId={id} section="people" title="people" back={back}>
      {(view, samples) => (
        <PeopleForm
          key={view.order.id}
          view={view}
          samples={samples}
          judged={check === "1"}
          known={{ list: known.people, take: takeKnownPartAction }}
          codes={{ send: sendLeadCodeAction, confirm: confirmLeadCodeAction }}
          actions={{ judge: judgeSectionAction, answer: answerCorrectionAction }}
        />
      )}
    </SectionPage>
  );
}
