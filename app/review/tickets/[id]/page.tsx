import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CallForm, RefuseForm } from "@/components/review/tickets/ticket-forms";
import { Messages } from "@/components/shell/messages";
import { Code } from "@/components/ui/code";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import { isOver } from "@/lib/filing/manual/states";
import { refusePage, requireActor } from "@/lib/http/page";
import { ERRORS_OF_CANCELLING, ERRORS_OF_LEAVING } from "@/lib/messages/error-parts";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { getTicket, type TicketView } from "@/lib/usecases/manual/tickets";
import { callTicketAction, refuseTicketAction } from "../actions";
import { CarryOutPanel, OrderNotice } from "./carry-out";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("manual.tickets"))("title") };
}

/** One request: who asks, his documents, the calls, and what staff may do next. */
export default async function TicketPage({ params }: Props) {
  const actor = await requireActor("review.queue");
  const { id } = await params;
  const found = await getTicket(actor, { requestId: id });
  if (!found.ok) refusePage(found.error);
  const ticket = found.value;
  const t = await getTranslations("manual");
  const { state, version, details, carryOut, order } = ticket;
  return (
    <Messages namespaces={["manual", ...ERRORS_OF_LEAVING, ...ERRORS_OF_CANCELLING]}>
      <PageHeader
        title={`${t(`kind.${ticket.kind}`)} · ${ticket.unitName ?? t("tickets.person")}`}
        tag={<Tag plain>{t(`state.${state}`)}</Tag>}
        breadcrumb={[{ label: t("tickets.title"), href: "/review/tickets" }, { label: ticket.number }]}
        description={<Code copy={ticket.number}>{ticket.number}</Code>}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-6">
          {state === "PHONE_VERIFIED" && <Notice tone="others">{t("tickets.waiting")}</Notice>}
          {order !== null && <OrderNotice order={order} />}
          {details === null ? (
            <Notice tone="ended">{t("tickets.erased")}</Notice>
          ) : (
            <>
              <Applicant ticket={ticket} details={details} />
              <Documents ticket={ticket} />
            </>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <Calls ticket={ticket} />
          {carryOut !== null && <CarryOutPanel ticket={ticket} plan={carryOut} />}
          {state === "SUBMITTED" && (
            <Panel title={t("tickets.call")}>
              <CallForm requestId={id} version={version} act={callTicketAction} />
            </Panel>
          )}
          {!isOver(state) && (
            <Panel title={t("tickets.refuse")}>
              <RefuseForm requestId={id} version={version} act={refuseTicketAction} />
            </Panel>
          )}
        </div>
      </div>
    </Messages>
  );
}

async function Applicant({
  ticket,
  details,
}: {
  ticket: TicketView;
  details: NonNullable<TicketView["details"]>;
}) {
  const [t, locale] = [await getTranslations("manual"), await getLocale()];
  const names = ticket.serviceNames.join(locale === "en" ? ", " : "、");
  return (
    <Panel title={t("tickets.details")}>
      <DescriptionList
        items={[
          { id: "applicant", label: t("applicant"), value: details.applicant },
          { id: "id", label: t("applicantId"), value: t(`idOf.${details.applicantId}`) },
          { id: "phone", label: t("phone"), value: <Code copy={details.phone}>{details.phone}</Code> },
          { id: "about", label: t("kindLabel"), value: names || t("whole") },
          { id: "why", label: t("why"), value: details.why },
          { id: "account", label: t("account"), value: <Code>{ticket.accountId}</Code> },
        ]}
      />
    </Panel>
  );
}

async function Documents({ ticket: { slots } }: { ticket: TicketView }) {
  const t = await getTranslations("manual");
  return (
    <Panel title={t("tickets.documents")}>
      <ul className="grid gap-4 sm:grid-cols-2">
        {slots.flatMap(({ slot, sides, files }) =>
          sides.map((side) => {
            const name = `${t(`slot.${slot}`)} · ${t(`side.${side}`)}`;
            return (
              <li key={slot + side}>
                <figure>
                  <figcaption className="mb-1 text-muted">{name}</figcaption>
                  {files[side] && (
                    // biome-ignore lint/performance/noImgElement: an encrypted document of our own route, never cached.
                    <img
                      src={`/api/review/manual/${files[side]}`}
                      alt={t("tickets.photo")}
                      className="aspect-[4/3] w-full rounded-control border border-line object-contain"
                    />
                  )}
                </figure>
              </li>
            );
          }),
        )}
      </ul>
    </Panel>
  );
}

async function Calls({ ticket: { calls } }: { ticket: TicketView }) {
  const [t, locale] = [await getTranslations("manual.tickets"), toLocale(await getLocale())];
  return (
    <Panel title={t("calls")}>
      {calls.length === 0 ? (
        <p className="text-muted">{t("noCalls")}</p>
      ) : (
        <ol className="flex flex-col gap-3">
          {calls.map(({ id, outcome, note, at, by }) => (
            <li key={id}>
              <p className="font-semibold">{t(`outcomeOf.${outcome}`)}</p>
              {note !== null && <p className="break-words">{note}</p>}
              <p className="text-small text-muted">
                {t("by", { name: by, date: formatDateTime(at, locale) })}
              </p>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
