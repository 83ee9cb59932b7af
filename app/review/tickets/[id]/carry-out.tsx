import { getLocale, getTranslations } from "next-intl/server";
import { ActButton } from "@/components/ui/act-button";
import { Code } from "@/components/ui/code";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { refusalText } from "@/lib/messages/refusal-text";
import type { CarryOut } from "@/lib/usecases/manual/carry-out";
import type { TicketView } from "@/lib/usecases/manual/tickets";
import { executeTicketAction } from "../actions";

/** What staff may do with a proven request: carried out once, with what the authority still asks said before. */
export async function CarryOutPanel({
  ticket: { id, version },
  plan,
}: {
  ticket: TicketView;
  plan: CarryOut;
}) {
  const [t, locale] = [await getTranslations("manual.tickets.carryOut"), await getLocale()];
  const { refusal, leavesShell, numbers, codesTo, smsHours, passwordAsked } = plan;
  const list = (items: readonly string[]) => items.join(locale === "en" ? ", " : "、");
  if (refusal !== null)
    return (
      <Panel title={t("title")}>
        <Notice tone="refused" title={t("notNow")}>
          {refusalText(await getTranslations("errors"), refusal)}
        </Notice>
      </Panel>
    );
  return (
    <Panel title={t("title")} description={t("text")}>
      <div className="flex flex-col gap-4">
        <div>
          <p className="text-muted">{t("goes")}</p>
          <ul className="mt-1 break-all">
            {numbers.map((number) => (
              <li key={number}>
                <Code>{number}</Code>
              </li>
            ))}
          </ul>
        </div>
        {leavesShell && (
          <Notice tone="refused" title={t("shellTitle")}>
            {t("shell")}
          </Notice>
        )}
        {passwordAsked && <Notice tone="refused">{t("password")}</Notice>}
        <Notice tone="you">
          {t("codes", {
            whom: list(codesTo.map(({ name, phone }) => t("who", { name, phone }))),
            hours: smsHours,
          })}
        </Notice>
        <div>
          <ActButton
            variant="danger"
            action={executeTicketAction}
            input={{ requestId: id, version, lastService: leavesShell }}
            label={t("button")}
            done={t("done")}
            ask={{
              title: t("question"),
              text: t(leavesShell ? "questionShell" : "questionText", { numbers: list(numbers) }),
            }}
          />
        </div>
      </div>
    </Panel>
  );
}

/** Where a carried out request went. */
export async function OrderNotice({ order }: { order: NonNullable<TicketView["order"]> }) {
  const t = await getTranslations("manual.tickets.carryOut");
  return (
    <Notice
      tone="done"
      actions={
        <Link href={`/review/orders/${order.id}`} className="link inline-block py-0.5">
          {t("order", { number: order.number })}
        </Link>
      }
    >
      {t("executed")}
    </Notice>
  );
}
