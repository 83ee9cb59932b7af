import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Code } from "@/components/ui/code";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { eventParams } from "@/lib/filing/lifecycle";
import { isCancelReason } from "@/lib/filing/registry/cancel-reasons";
import { formatDateTime } from "@/lib/messages/format";
import type { Locale } from "@/lib/messages/locales";
import type { CancellationDesk } from "@/lib/usecases/review/get-cancellation-desk";

interface Props {
  desk: CancellationDesk;
}
type Dated = Props & { locale: Locale };

/** Why it came back, in whose words ever. */
export function Returned({ desk: { corrections } }: Props) {
  const t = useTranslations("cancellations.desk");
  const ours = useTranslations("cancelReasons");
  const theirs = useTranslations("rejections");
  if (corrections.length === 0) return null;
  return (
    <Notice tone="refused" title={t("returned")}>
      <ul className="list-disc pl-5">
        {corrections.map(({ id, code, suggestion }) => (
          <li key={id}>
            {isCancelReason(code) ? ours(`${code}.name`) : theirs(`${code as "OTHER"}.name`)}
            {suggestion && <span className="block text-muted">{suggestion}</span>}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

export function WhatGoes({ desk: { cancels, order } }: Props) {
  const t = useTranslations("cancellations.desk");
  if (cancels === null) return null;
  const entity = { id: "entity", label: t("entity"), value: <Code>{cancels.entityNumber}</Code> };
  const services = cancels.services.map(({ number, title }) => ({
    id: number,
    label: title,
    value: <Code>{number}</Code>,
  }));
  return (
    <Panel title={t("goes")}>
      <DescriptionList items={order.type === "CANCEL_ENTITY" ? [entity, ...services] : services} />
    </Panel>
  );
}

/** By whose code, or on whose word, and whether the authority's password goes with it. */
export function Confirmed({ desk: { confirmed, account }, locale }: Dated) {
  const t = useTranslations("cancellations.desk.verified");
  if (confirmed === null) return null;
  const { by, at, password, reviewed, requestId, inspectionId } = confirmed;
  const source =
    (requestId && `/review/tickets/${requestId}`) ?? (inspectionId && `/review/inspections/${inspectionId}`);
  const items = [
    {
      id: "by",
      label: t("by"),
      value:
        source === null ? (
          t(`ways.${by}`)
        ) : (
          <Link href={source} className="link">
            {t(`ways.${by}`)}
          </Link>
        ),
    },
    { id: "at", label: t("at"), value: formatDateTime(at, locale) },
    { id: "password", label: t("password"), value: t(`passwords.${password ? "yes" : "no"}`) },
    { id: "round", label: t("round"), value: t(`rounds.${reviewed ? "true" : "false"}`) },
    {
      id: "account",
      label: t("asked"),
      value: (
        <>
          {account.open ? (
            <Link href={`/review/accounts/${account.id}`} className="link">
              <Code>{account.id}</Code>
            </Link>
          ) : (
            <Code>{account.id}</Code>
          )}
          {account.flagged && ` · ${t("flagged")}`}
        </>
      ),
    },
  ];
  return (
    <Panel title={t("title")}>
      <DescriptionList items={items} />
    </Panel>
  );
}

/** Number called, outcome, who and when; below it what a call is noted with. */
export function Calls({ desk: { calls, people }, locale, children }: Dated & { children: ReactNode }) {
  const t = useTranslations("cancellations.desk");
  const bench = useTranslations("review.bench");
  const nameOf = (id: string) => people.find(({ personId }) => personId === id)?.name ?? "-";
  return (
    <Panel title={t("calls")}>
      {calls.length === 0 ? (
        <p className="text-muted">{t("noCalls")}</p>
      ) : (
        <ol className="flex flex-col">
          {calls.map(({ id, personId, number, outcome, at, by, note }) => (
            <li key={id} className="border-b border-line py-2.5 first:pt-0 last:border-0 last:pb-0">
              <span className="block font-semibold">
                {bench(`outcomes.${outcome}` as "outcomes.NO_ANSWER")}
              </span>
              <span className="block">
                {t("called", { person: nameOf(personId), number: number ?? "unknown" })}
              </span>
              <span className="block text-small text-muted">
                {bench("calledBy", { name: by, time: formatDateTime(at, locale) })}
              </span>
              {note !== null && <span className="mt-1 block">{note}</span>}
            </li>
          ))}
        </ol>
      )}
      {children}
    </Panel>
  );
}

export function Course({ desk: { events }, locale }: Dated) {
  const t = useTranslations("cancellations.desk");
  const sentences = useTranslations("events");
  return (
    <Panel title={t("timeline")}>
      <ol className="flex flex-col gap-2">
        {[...events].reverse().map(({ seq, at, event }) => (
          <li key={seq}>
            <span className="block">
              {sentences(`${event.type}.staff` as never, eventParams(event) as never)}
            </span>
            <span className="block text-small text-muted tabular-nums">{formatDateTime(at, locale)}</span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
