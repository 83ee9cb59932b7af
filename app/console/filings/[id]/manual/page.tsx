import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { OpenManual } from "@/components/filing/manual/open-manual";
import { SlotUpload } from "@/components/filing/manual/slot-upload";
import { Messages } from "@/components/shell/messages";
import { ActButton } from "@/components/ui/act-button";
import { Code } from "@/components/ui/code";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import { isOver, type ManualState } from "@/lib/filing/manual/states";
import { requireActor } from "@/lib/http/page";
import { ERRORS_OF_CANCELLING, ERRORS_OF_LEAVING } from "@/lib/messages/error-parts";
import { formatDate } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { getManual, type ManualView, type OwnManualRequest } from "@/lib/usecases/manual/get-manual";
import { viewOr404 } from "../../../view";
import { openManualAction, submitManualAction, withdrawManualAction } from "./actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("manual"))("title") };
}

/** The manual path: what it asks for, the request that is being prepared, and those before. */
export default async function ManualPage({ params }: Props) {
  const actor = await requireActor("filing.edit.own");
  const { id } = await params;
  const view = viewOr404(await getManual(actor, { entityId: id }));
  const [t, filed] = [await getTranslations("manual"), await getTranslations("filed")];
  const { filing, requests, services, several, smsHours } = view;
  const living = filing.endedAt === null && !filing.shell;
  const mayOpen = living && services.length > 0 && requests.every(({ state }) => isOver(state));
  return (
    <Messages namespaces={["manual", ...ERRORS_OF_LEAVING, ...ERRORS_OF_CANCELLING]}>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        breadcrumb={[
          { label: filed("crumb"), href: "/console/filings" },
          { label: filing.unitName ?? filing.number, href: `/console/filings/${id}` },
          { label: t("crumb") },
        ]}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-6">
          {requests.map((request) => (
            <Request key={request.id} request={request} />
          ))}
          {living && services.length === 0 && <NotServed />}
          {living && services.length > 0 && <FiledPhone id={id} hours={smsHours} />}
          {mayOpen && (
            <Panel title={t("new")} description={t("newText")}>
              <OpenManual entityId={id} services={services} several={several} open={openManualAction} />
            </Panel>
          )}
        </div>
        <Needed view={view} />
      </div>
    </Messages>
  );
}

/** Cancelled where it is served, as everything else. */
async function NotServed() {
  const t = await getTranslations("errors.reason.cancel");
  return <Notice tone="you">{t("not-served-here")}</Notice>;
}

/** What this path does not spare anybody (DF §11.4, §15 D3): the authority knows the filed phone and no other. */
async function FiledPhone({ id, hours }: { id: string; hours: number }) {
  const t = await getTranslations("manual.sms");
  return (
    <Notice
      tone="you"
      title={t("title")}
      actions={
        <Link href={`/console/filings/${id}/change`} className="link inline-block py-0.5">
          {t("change")}
        </Link>
      }
    >
      {t("text", { hours })}
    </Notice>
  );
}

async function Needed({ view: { slotsOf, accountId } }: { view: ManualView }) {
  const t = await getTranslations("manual");
  return (
    <Panel title={t("needed")}>
      <ul className="ml-5 list-disc">
        {slotsOf.RESIDENT.map(({ slot }) => (
          <li key={slot}>{t(`slot.${slot}`)}</li>
        ))}
      </ul>
      <p className="mt-3 text-muted">{t("account")}</p>
      <p className="break-all">
        <Code copy={accountId}>{accountId}</Code>
      </p>
    </Panel>
  );
}

const TONE = {
  PREPARING: "you",
  SUBMITTED: "others",
  PHONE_VERIFIED: "others",
  EXECUTED: "done",
  REFUSED: "refused",
  WITHDRAWN: "ended",
  LAPSED: "ended",
} as const satisfies Record<ManualState, string>;

async function Request({ request }: { request: OwnManualRequest }) {
  const [t, locale] = [await getTranslations("manual"), toLocale(await getLocale())];
  const { id, version, state, kind, serviceNames, since, slots, refused, order } = request;
  const missing = slots.flatMap(({ sides, files }) => sides.filter((side) => !files[side])).length;
  const preparing = state === "PREPARING";
  const names = serviceNames.length === 0 ? t("whole") : serviceNames.join(locale === "en" ? ", " : "、");
  return (
    <Panel
      title={t(`kind.${kind}`)}
      description={`${t("about", { names })} · ${t("since", { date: formatDate(since, locale) })}`}
      actions={<Tag tone={TONE[state]}>{t(`state.${state}`)}</Tag>}
    >
      <p>{t(`stateText.${state}`)}</p>
      {order !== null && (
        <p className="mt-2">
          <Link href={`/console/orders/${order.id}`} className="link inline-block py-0.5">
            {t("order", { number: order.number })}
          </Link>
        </p>
      )}
      {refused !== null && (
        <div className="mt-3">
          <Notice tone="refused">{t("refused", { reason: refused })}</Notice>
        </div>
      )}
      {!isOver(state) && (
        <div className="mt-3 flex flex-col divide-y divide-line">
          {slots.flatMap(({ slot, sides, files }) =>
            sides.map((side) => (
              <SlotUpload
                key={slot + side}
                requestId={id}
                slot={slot}
                side={side}
                fileId={files[side] ?? null}
                open={preparing}
              />
            )),
          )}
        </div>
      )}
      {!isOver(state) && (
        <div className="mt-4 flex flex-wrap items-center gap-3">
          {preparing && missing === 0 && (
            <ActButton
              variant="primary"
              action={submitManualAction}
              input={{ requestId: id, version }}
              label={t("submit")}
              done={t("submitted")}
            />
          )}
          {preparing && missing > 0 && <span className="text-muted">{t("missing", { count: missing })}</span>}
          <ActButton
            action={withdrawManualAction}
            input={{ requestId: id, version }}
            label={t("withdraw.button")}
            done={t("withdraw.done")}
            ask={{ title: t("withdraw.question"), text: t("withdraw.text") }}
          />
        </div>
      )}
    </Panel>
  );
}
