import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import { env } from "@/lib/env";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { LeadView, SmsView } from "@/lib/usecases/orders/views/sms";

/** The authority's own page; the sandbox plays it. */
const verifyPage = () => (env.MODE === "sandbox" ? "/verify" : "https://beian.miit.gov.cn/");

/** Who verifies and how; what to do when no message comes. Works without the link in the message. */
export function SmsPanel({ sms, lapses = false }: { sms: SmsView; lapses?: boolean }) {
  const t = useTranslations("orders.sms");
  const locale = toLocale(useLocale());
  const { deadline, left, autoResendAt, resends, wrongInputs, validHours } = sms;
  const href = verifyPage();
  const over = left.hours === 0 && left.minutes === 0;
  return (
    <Panel title={t("title")} description={t("text", { hours: validHours })}>
      <p className="mb-4 text-h3">
        {over ? t("over") : t("left", left)}
        <span className="ml-3 text-base font-normal text-muted">
          {t("until", { date: formatDateTime(deadline, locale) })}
        </span>
      </p>
      <Leads leads={sms.leads} />
      <ol className="mt-5 flex flex-col gap-3">
        <Step number={1} title={t("step.number.title")}>
          {t("step.number.text")}
        </Step>
        <Step number={2} title={t("step.message.title")}>
          {t("step.message.text")}
        </Step>
        <Step number={3} title={t("step.enter.title")}>
          {t("step.enter.text", { count: wrongInputs })}
        </Step>
        <Step number={4} title={t("step.everybody.title")}>
          {t(lapses ? "step.everybody.lapses" : "step.everybody.text", { hours: validHours })}
        </Step>
      </ol>
      <div className="mt-5">
        <ButtonLink href={href} variant="primary" target="_blank" rel="noopener">
          {t("open")}
        </ButtonLink>
      </div>
      <details className="mt-5 border-t border-line pt-4">
        <summary className="min-h-6 py-0.5 font-semibold text-accent">{t("missing.title")}</summary>
        <ul className="mt-2 flex list-disc flex-col gap-1.5 pl-5 text-muted">
          {(["filter", "arrears", "sim", "carrier", "segment", "filed"] as const).map((id) => (
            <li key={id}>{t(`missing.${id}`)}</li>
          ))}
        </ul>
        <p className="mt-3">
          {autoResendAt === null
            ? t("missing.noAuto")
            : t("missing.auto", { date: formatDateTime(autoResendAt, locale) })}{" "}
          {t("missing.resend", { count: resends })}
        </p>
        <p className="mt-2">
          <a href={`${href}#resend`} target="_blank" rel="noopener" className="link inline-block py-0.5">
            {t("missing.link")}
          </a>
        </p>
      </details>
    </Panel>
  );
}

function Leads({ leads }: { leads: readonly LeadView[] }) {
  const t = useTranslations("orders.sms");
  return (
    <ul className="flex flex-col border-y border-line">
      {leads.map(({ personId, name, phone, done }) => (
        <li
          key={personId}
          className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-2.5 last:border-0"
        >
          <span>
            {name} <span className="font-mono text-muted">{phone}</span>
          </span>
          <Tag tone={done ? "done" : "you"}>{t(done ? "done" : "waiting")}</Tag>
        </li>
      ))}
    </ul>
  );
}

function Step({ number, title, children }: { number: number; title: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-start gap-3">
      <span
        aria-hidden
        className="inline-flex size-6 shrink-0 items-center justify-center rounded-full bg-accent-wash text-small font-semibold text-accent tabular-nums"
      >
        {number}
      </span>
      <div className="min-w-0">
        <p className="font-semibold">{title}</p>
        <p className="text-muted">{children}</p>
      </div>
    </li>
  );
}
