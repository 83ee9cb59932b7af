import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import type { CancellationView } from "@/lib/usecases/cancel/get-cancellation";

/** How it goes on once it is confirmed, and that it does not go back. */
export function Course({ view }: { view: CancellationView }) {
  const t = useTranslations("cancel.course");
  const { target, asksNobody, smsHours, days, revocable, reviewDays, password } = view;
  const [from, to] = days;
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Notice tone="refused" title={t("final.title")}>
        {t(revocable ? "final.revocable" : "final.text")}
      </Notice>
      <Panel title={t("title")}>
        <ol className="flex list-decimal flex-col gap-2.5 pl-5">
          {!asksNobody && <li>{t("code", { entity: String(target.type === "CANCEL_ENTITY") })}</li>}
          <li>{reviewDays === null ? t("handOver") : t("review", { days: reviewDays })}</li>
          {password !== "none" && <li>{t("password")}</li>}
          {smsHours !== null && <li>{t("sms", { hours: smsHours })}</li>}
          <li>{from === 0 ? t("atOnce", { to }) : t("days", { from, to })}</li>
          <li>{t("told")}</li>
        </ol>
      </Panel>
    </div>
  );
}
