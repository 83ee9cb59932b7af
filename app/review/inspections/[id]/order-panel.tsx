import { getLocale, getTranslations } from "next-intl/server";
import { ActButton } from "@/components/ui/act-button";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import type { InspectionDesk } from "@/lib/usecases/inspection/get-inspection";
import type { OrderChoice } from "@/lib/usecases/inspection/order-cancellation";
import { orderCancellationAction } from "../actions";
import { Why } from "./desk-panels";

/** What was announced for the end of the time, each way with what it does. */
export async function OrderPanel({ view }: { view: InspectionDesk }) {
  const t = await getTranslations("inspection.desk");
  const { choices } = view;
  const [first] = choices;
  if (first === undefined) return null;
  // One sentence where the same reason holds for all of them.
  const shared = choices.every(({ refusal }) => refusal !== null && refusal.reason === first.refusal?.reason);
  return (
    <Panel title={t("orderTitle")} description={t("orderText")}>
      {shared && first.refusal !== null ? (
        <Why refusal={first.refusal} />
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {choices.map((choice) => (
            <li key={choice.type + choice.serviceId} className="py-4 first:pt-0 last:pb-0">
              <Choice view={view} choice={choice} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

async function Choice({ view, choice }: { view: InspectionDesk; choice: OrderChoice }) {
  const [t, types, locale] = [
    await getTranslations("inspection.desk"),
    await getTranslations("orderTypes"),
    await getLocale(),
  ];
  const list = (items: readonly string[]) => items.join(locale === "en" ? ", " : "、");
  const { type, serviceId, name, numbers, leavesShell, codesTo, passwordAsked, refusal } = choice;
  const label = { type: types(`${type}.label`), name: name ?? t("whole") };
  return (
    <div className="flex flex-col items-start gap-2">
      <p className="font-semibold">{t("orderOf", label)}</p>
      <p className="text-muted break-all">{t("goes", { numbers: list(numbers) })}</p>
      {leavesShell && <Notice tone="refused">{t("shell")}</Notice>}
      {passwordAsked && <Notice tone="refused">{t("password")}</Notice>}
      {codesTo.length > 0 && (
        <p className="text-small text-muted">
          {t("codes", {
            whom: list(codesTo.map((one) => t("who", one))),
            hours: view.smsHours,
          })}
        </p>
      )}
      {refusal === null ? (
        <ActButton
          variant="danger"
          action={orderCancellationAction}
          input={{
            ...{ inspectionId: view.id, version: view.version },
            ...{ type, serviceId, lastService: leavesShell },
          }}
          label={t("orderButton")}
          aria-label={t("orderAria", label)}
          done={t("ordered")}
          ask={{ title: t("question"), text: t("questionText", { ...label, numbers: list(numbers) }) }}
        />
      ) : (
        <Why refusal={refusal} />
      )}
    </div>
  );
}
