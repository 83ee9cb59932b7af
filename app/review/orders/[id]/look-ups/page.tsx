import { ExternalLink } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { recordLookUpAction } from "@/app/review/handover/actions";
import { LookUpForm } from "@/components/review/handover/look-up-form";
import { Messages } from "@/components/shell/messages";
import { ButtonLink } from "@/components/ui/button";
import { Code } from "@/components/ui/code";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { refusePage, requireActor } from "@/lib/http/page";
import { openLookUps } from "@/lib/usecases/handover/look-ups";

type Props = { params: Promise<{ id: string }> };

const REGISTER = "https://beian.miit.gov.cn/";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("handover.lookUps"))("title") };
}

/** What a reviewer asks the authority by hand before he forwards an order. */
export default async function LookUpsPage({ params }: Props) {
  const actor = await requireActor("handover.work");
  const { id } = await params;
  const found = await openLookUps(actor, { orderId: id });
  const t = await getTranslations("handover.lookUps");
  const back = (number: string) => [{ label: number, href: `/review/orders/${id}` }, { label: t("title") }];
  if (!found.ok) {
    if (found.error.code !== "wrong_state") refusePage(found.error);
    return (
      <>
        <PageHeader title={t("title")} breadcrumb={back(t("back"))} />
        <Panel>
          <EmptyState title={t("held")}>{t("heldText")}</EmptyState>
        </Panel>
      </>
    );
  }
  const { number, certNo, domains } = found.value;
  const open = [
    ...(certNo === null ? [] : [{ domain: null, label: t("organiser"), value: certNo }]),
    ...domains.map((domain) => ({ domain, label: t("domain"), value: domain })),
  ];
  return (
    <Messages namespaces={["handover.lookUps"]}>
      <PageHeader
        title={t("title")}
        description={t("text")}
        breadcrumb={back(number)}
        action={
          <ButtonLink href={REGISTER} icon={<ExternalLink aria-hidden />} target="_blank" rel="noreferrer">
            {t("register")}
          </ButtonLink>
        }
      />
      <div className="flex flex-col gap-6">
        {open.length === 0 && (
          <Panel>
            <EmptyState
              title={t("none")}
              action={<ButtonLink href={`/review/orders/${id}`}>{t("back")}</ButtonLink>}
            >
              {t("noneText")}
            </EmptyState>
          </Panel>
        )}
        {open.map(({ domain, label, value }) => (
          <Panel
            key={domain ?? ""}
            title={
              <span className="flex flex-wrap items-baseline gap-2">
                <span className="font-normal text-muted">{label}</span>
                <Code copy={value}>{value}</Code>
              </span>
            }
          >
            <LookUpForm
              orderId={id}
              domain={domain}
              label={`${label} ${value}`}
              action={recordLookUpAction}
            />
          </Panel>
        ))}
      </div>
    </Messages>
  );
}
