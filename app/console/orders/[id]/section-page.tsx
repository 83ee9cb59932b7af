import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { FiledComparison } from "@/components/filing/check/filed-comparison";
import { messagesOfPage } from "@/components/filing/section/page-messages";
import type { PageChange, PageView } from "@/components/filing/section/page-view";
import { Messages } from "@/components/shell/messages";
import { SilentSystems } from "@/components/shell/silent-systems";
import { type SectionId, titleOf } from "@/lib/filing/application/draft-sections";
import type { ComparedGroup } from "@/lib/filing/rules/filed-comparison";
import { requireActor } from "@/lib/http/page";
import { formatValues, valueWords } from "@/lib/messages/field-text";
import { toLocale } from "@/lib/messages/locales";
import { tellFindings } from "@/lib/messages/tell-findings";
import { getSection, type SectionView } from "@/lib/usecases/orders/get-section";
import { type SampleValues, sampleValues } from "@/lib/usecases/sandbox/sample-values";
import { viewOr404 } from "../../view";
import { OrderHeader } from "./order-header";

type Props = {
  orderId: string;
  section: SectionId;
  title: "entity" | "people" | "filed" | "service";
  /** Whoever came from the answers goes back there. */
  back: string | undefined;
  children: (view: PageView, samples: SampleValues | null) => ReactNode;
};

/** A page of the form: its head, its words, its view. What can no longer be edited is read on the order's page. */
export async function SectionPage({ orderId, section, title, back, children }: Props) {
  const actor = await requireActor("order.edit.own");
  const t = await getTranslations("orders.place");
  const found = viewOr404(await getSection(actor, { orderId, section }));
  const place = title === "service" ? kindOf(found) : title;
  const { compared, ...rest } = found;
  const view: PageView = {
    ...rest,
    findings: await tellFindings(found.findings),
    change: found.change && (await filedInWords(found.change)),
    ...(back === "check" && { next: `/console/orders/${orderId}/check` }),
  };
  if (!view.order.editable) redirect(`/console/orders/${orderId}/check`);
  return (
    <Messages namespaces={messagesOfPage(section, view.value, view.corrections)}>
      <OrderHeader
        order={view.order}
        page={t(place)}
        title={serviceTitle(view) || t(place)}
        description={(await getTranslations("sections"))(`intro.${place}`)}
      />
      <div className="mb-6 max-w-[60rem] empty:hidden">
        <SilentSystems systems={view.silent} />
      </div>
      {compared.length > 0 && (
        <div className="mb-6 max-w-[60rem]">
          <FiledComparison groups={compared} open={compared.some(isOpen)} />
        </div>
      )}
      {children(view, await sampleValues(actor))}
    </Messages>
  );
}

/** What has to be mended is not to be looked for. */
const isOpen = ({ fields }: ComparedGroup): boolean => fields.some(({ differs, must }) => differs && must);

/** What is filed as the page shows it: sentences, not codes. */
async function filedInWords({
  locks,
  filed,
  moreDomains,
  values,
}: NonNullable<SectionView["change"]>): Promise<PageChange> {
  const words = await valueWords(toLocale(await getLocale()));
  const texts = values.map(({ path, kind, values }) => [path, formatValues(words, kind, values)] as const);
  return { locks, filed, moreDomains, texts: Object.fromEntries(texts) };
}

const kindOf = ({ value }: Pick<SectionView, "value">): "website" | "app" =>
  "kind" in value && value.kind === "APP" ? "app" : "website";

/** A service goes by its own name, so that ten of them can be told apart. */
const serviceTitle = ({ value }: Pick<SectionView, "value">): string =>
  "kind" in value ? titleOf(value) : "";
