import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActButton } from "@/components/ui/act-button";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import type { PossibilityId } from "@/lib/filing/lifecycle";
import { refusalText } from "@/lib/messages/refusal-text";
import type { OrderView } from "@/lib/usecases/orders/get-order";
import { abandonOrderAction, withdrawOrderAction } from "../../actions";

const COMMANDS = { withdraw: withdrawOrderAction, abandon: abandonOrderAction } as const;
const isCommand = (id: PossibilityId): id is keyof typeof COMMANDS => id in COMMANDS;

/** Where a possibility is done; those without a place have their button in the panel of the wait. */
const placesOf = (base: string): Partial<Record<PossibilityId, string>> => ({
  edit: `${base}#tasks`,
  services: `${base}/services`,
  submit: `${base}/check`,
  video: `${base}/materials`,
  start_another: "/console/orders/new",
  change_filed: "/console/filings",
});

/** Everything one may ask of an order (DF §3.3): what can be done now, and for the rest one sentence a reason. */
export function OrderActions({ view }: { view: OrderView }) {
  const t = useTranslations("orders.actions");
  const can = view.possibilities.filter(({ allowed, already }) => allowed && !already);
  const reasons = useReasons(view);
  return (
    <Panel title={t("title")} data-no-print>
      {can.length > 0 && (
        <ul aria-label={t("now")} className="flex flex-wrap items-center gap-x-4 gap-y-3">
          {can.map(({ id }) => (
            <li key={id}>
              <Possible id={id} view={view} />
            </li>
          ))}
        </ul>
      )}
      {reasons.length > 0 && (
        <section className="mt-5 border-t border-line pt-4 first:mt-0 first:border-0 first:pt-0">
          <h3 className="font-semibold">{t("notNow")}</h3>
          <dl className="mt-2 flex flex-col gap-3">
            {reasons.map(({ names, sentence }) => (
              <div key={sentence}>
                <dt>{names}</dt>
                <dd className="text-muted">{sentence}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </Panel>
  );
}

function Possible({ id, view }: { id: PossibilityId; view: OrderView }): ReactNode {
  const t = useTranslations("orders.actions");
  const place = placesOf(`/console/orders/${view.order.id}`)[id];
  if (isCommand(id))
    return (
      <ActButton
        action={COMMANDS[id]}
        input={{ orderId: view.order.id }}
        label={t(`${id}.label`)}
        ask={{ title: t(`${id}.title`), text: t(`${id}.text`) }}
        done={t(`${id}.done`)}
        {...(id === "abandon" ? { variant: "danger" as const } : { confirm: "primary" as const })}
      />
    );
  if (place === undefined) return <span>{t(`name.${id}`)}</span>;
  return (
    <Link href={place} className="link inline-block py-0.5">
      {t(`name.${id}`)}
    </Link>
  );
}

/** One line a reason: in most states the same sentence answers for nearly everything. */
function useReasons(view: OrderView): readonly { names: string; sentence: string }[] {
  const t = useTranslations("orders.actions");
  const errors = useTranslations("errors");
  const bySentence = new Map<string, string[]>();
  for (const { id, refusal } of view.possibilities) {
    if (refusal === undefined) continue;
    const sentence = refusalText(errors, refusal);
    bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), t(`name.${id}`)]);
  }
  return [...bySentence].map(([sentence, names]) => ({ sentence, names: names.join(t("comma")) }));
}
