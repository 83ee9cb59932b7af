import { useTranslations } from "next-intl";
import { CommandButton } from "@/components/filing/order/command-button";
import { Panel } from "@/components/ui/panel";
import type { AllowedAction } from "@/lib/filing/lifecycle";
import { refusalText } from "@/lib/messages/refusal-text";
import type { OrderView } from "@/lib/usecases/orders/get-order";
import { abandonOrderAction, withdrawOrderAction } from "../../actions";

const ACTIONS = { withdraw: withdrawOrderAction, abandon: abandonOrderAction } as const;
type Shown = keyof typeof ACTIONS;
const isShown = (action: AllowedAction): action is AllowedAction & { command: Shown } =>
  action.command in ACTIONS;

/** What can be done with the order now; for the rest, why not. */
export function OrderActions({ view }: { view: OrderView }) {
  const t = useTranslations("orders.actions");
  const errors = useTranslations("errors");
  if (["APPROVED", "ABANDONED", "EXPIRED"].includes(view.order.state)) return null;
  const shown = view.actions
    .filter(isShown)
    .filter(({ command }) => command !== "withdraw" || !view.order.editable);
  return (
    <Panel title={t("title")} data-no-print>
      <ul className="flex flex-col gap-4">
        {shown.map(({ command, allowed, refusal }) => (
          <li key={command}>
            {allowed ? (
              <CommandButton
                orderId={view.order.id}
                action={ACTIONS[command]}
                label={t(`${command}.label`)}
                question={{ title: t(`${command}.title`), text: t(`${command}.text`) }}
                done={t(`${command}.done`)}
                variant={command === "abandon" ? "danger" : "secondary"}
              />
            ) : (
              <p className="text-muted">
                <span className="font-semibold text-text">{t(`${command}.label`)}</span>
                {t("whyNot")}
                {refusal && refusalText(errors, refusal)}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
