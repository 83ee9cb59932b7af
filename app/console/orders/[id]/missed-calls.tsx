import { getTranslations } from "next-intl/server";
import { CallbackAsk } from "@/components/filing/order/callback-ask";
import { Messages } from "@/components/shell/messages";
import type { OrderView } from "@/lib/usecases/orders/get-order";
import { requestCallbackAction } from "../../actions";

/** What each lead is called on the page, by person id: what he answers for, and his name. */
export async function leadNames({ callbacks }: OrderView): Promise<Readonly<Record<string, string>>> {
  const roles = await getTranslations("callback.role");
  return Object.fromEntries(
    callbacks.map(({ personId, role, name }) => [personId, `${roles(role)} ${name}`.trim()]),
  );
}

/** A way to ask for another call, for each lead who missed his. */
export async function MissedCalls({ view }: { view: OrderView }) {
  const leads = await leadNames(view);
  return (
    <Messages namespaces={["callback"]}>
      <div className="flex flex-col gap-6 divide-y divide-line [&>*+*]:pt-6">
        {view.callbacks
          .filter(({ asked }) => !asked)
          .map(({ personId }) => (
            <CallbackAsk
              key={personId}
              {...{ orderId: view.order.id, personId, who: leads[personId] ?? "" }}
              action={requestCallbackAction}
            />
          ))}
      </div>
    </Messages>
  );
}
