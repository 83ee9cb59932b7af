import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { labelsOf } from "@/app/authority/labels";
import { DownloadButton } from "@/components/review/handover/download-button";
import { RecordForm } from "@/components/review/handover/record-form";
import { ShowPassword } from "@/components/review/handover/show-password";
import { Messages } from "@/components/shell/messages";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Tag } from "@/components/ui/tag";
import { isOpen } from "@/lib/filing/handover/records";
import { refusePage, requireActor } from "@/lib/http/page";
import { provinceName } from "@/lib/messages/codes";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { readHandover } from "@/lib/usecases/handover/read-handover";
import { recordHandoverAction, revealPasswordAction, takeHandoverAction } from "../actions";
import { HANDOVER_TONE } from "../tones";
import { KeyIn } from "./key-in";
import { Recorded } from "./recorded";

type Props = { params: Promise<{ sequence: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await getTranslations("handover"))("open", { sequence: (await params).sequence }) };
}

/** One submission: what to key in, and what the authority answered. */
export default async function HandoverSubmissionPage({ params }: Props) {
  const actor = await requireActor("handover.work");
  const { sequence } = await params;
  if (!/^[1-9]\d{0,8}$/.test(sequence)) notFound();
  const found = await readHandover(actor, { sequence: Number(sequence) });
  if (!found.ok && found.error.code === "wrong_state") notFound();
  if (!found.ok) refusePage(found.error);
  const view = found.value;
  const t = await getTranslations("handover");
  const types = await getTranslations("orderTypes");
  const locale = toLocale(await getLocale());
  const labels = await labelsOf(view.outline, locale);
  const open = isOpen(view.state);
  const first = view.state === "received";
  const reasons = view.reasons.map(({ code, targets }) => ({
    code,
    name: labels.reason(code),
    targets: targets.map((path) => ({ path, label: labels.target(path) })),
  }));
  return (
    <Messages namespaces={["handover", "authority.decision"]}>
      <PageHeader
        title={t("open", { sequence })}
        breadcrumb={[{ label: t("title"), href: "/review/handover" }, { label: view.order.number }]}
        tag={<Tag tone={HANDOVER_TONE[view.state]}>{t(`state.${view.state}`)}</Tag>}
        description={`${types(`${view.orderType}.label`)} · ${provinceName(view.province, locale)} · ${t("detail.received", { date: formatDateTime(view.receivedAt, locale) })}`}
        action={
          <>
            <ButtonLink href={`/review/orders/${view.order.id}`}>{t("detail.openOrder")}</ButtonLink>
            {open && (first || view.whole) && (
              <DownloadButton sequence={view.sequence} first={first} action={takeHandoverAction} />
            )}
          </>
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="flex min-w-0 flex-col gap-6">
          {open ? (
            <>
              {view.takenBy !== null && !view.whole ? (
                <Notice tone="others" title={t("detail.takenBy", { name: view.takenBy })}>
                  {t("detail.takenByText")}
                </Notice>
              ) : (
                <p className="text-muted">{t(view.whole ? "detail.downloadText" : "detail.maskedText")}</p>
              )}
              {view.knownEntity !== null && (
                <Notice>{t("detail.knownEntity", { number: view.knownEntity })}</Notice>
              )}
              {view.password && <ShowPassword sequence={view.sequence} action={revealPasswordAction} />}
              <KeyIn view={view} labels={labels} />
            </>
          ) : (
            <Notice tone="neutral">{t("detail.ended")}</Notice>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-6 lg:sticky lg:top-24">
          {first && <Notice tone="you">{t("form.firstDownload")}</Notice>}
          {view.recordable.length > 0 && (
            <RecordForm
              key={view.version}
              sequence={view.sequence}
              version={view.version}
              recordable={view.recordable}
              leads={view.leads}
              services={view.services}
              knownEntity={view.knownEntity}
              reasons={reasons}
              action={recordHandoverAction}
            />
          )}
          <Recorded view={view} labels={labels} locale={locale} />
        </div>
      </div>
    </Messages>
  );
}
