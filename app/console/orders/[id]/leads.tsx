import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import type { LeadView } from "@/lib/usecases/orders/get-order";

/** Who verifies by SMS, and who already has. */
export function Leads({ leads }: { leads: readonly LeadView[] }) {
  const t = useTranslations("orders.sms");
  return (
    <Panel
      title={t("title")}
      description={t("text")}
      actions={
        <a href="/verify" target="_blank" rel="noopener" className="link py-0.5">
          {t("open")}
        </a>
      }
    >
      <ul className="flex flex-col">
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
    </Panel>
  );
}
