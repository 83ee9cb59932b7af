import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import type { WhyNot } from "@/lib/filing/registry/possible";
import type { FiledAction } from "@/lib/usecases/registry/get-filing";

type Props = {
  actions: readonly FiledAction[];
  openOrderId: string | null;
};

/** What can be done with a filing now, and for the rest one sentence a reason. Only roads that exist are links. */
export function Doing({ actions, openOrderId }: Props) {
  const t = useTranslations("filed.doing");
  const orders = useTranslations("orders.actions");
  const now = actions.filter(({ href }) => href !== null);
  const reasons = byReason(actions);
  return (
    <Panel title={t("title")} data-no-print>
      {now.length === 0 ? (
        <p className="text-muted">{t("none")}</p>
      ) : (
        <ul aria-label={t("now")} className="flex flex-col gap-3">
          {now.map(({ action, href, caution }) => (
            <li key={action}>
              <Link href={href ?? ""} className="link inline-block py-0.5">
                {t(`name.${action}`)}
              </Link>
              {caution && <p className="text-small text-muted">{t(`caution.${caution}`)}</p>}
            </li>
          ))}
        </ul>
      )}
      {reasons.size > 0 && (
        <section className="mt-5 border-t border-line pt-4">
          <h3 className="font-semibold">{t("notNow")}</h3>
          <dl className="mt-2 flex flex-col gap-3">
            {[...reasons].map(([reason, those]) => (
              <div key={reason}>
                <dt>{those.map(({ action }) => t(`name.${action}`)).join(orders("comma"))}</dt>
                <dd className="text-muted">
                  {t(`why.${reason}`)}{" "}
                  {reason === "open-order" && openOrderId !== null && (
                    <Link href={`/console/orders/${openOrderId}`} className="link inline-block py-0.5">
                      {t("openOrder")}
                    </Link>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </Panel>
  );
}

/** One line a reason: mostly the same sentence answers for nearly everything. */
function byReason(actions: readonly FiledAction[]): ReadonlyMap<WhyNot, readonly FiledAction[]> {
  const found = new Map<WhyNot, FiledAction[]>();
  for (const action of actions)
    if (action.reason !== null) found.set(action.reason, [...(found.get(action.reason) ?? []), action]);
  return found;
}
