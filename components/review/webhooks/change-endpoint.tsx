"use client";

import { useTranslations } from "next-intl";
import { EditDialog } from "@/components/form/edit-dialog";
import { changedEndpointSchema } from "@/lib/webhooks/endpoint-form";
import type { WebhookEvent } from "@/lib/webhooks/events";
import type { Action } from "../../filing/actions";
import { EndpointForm, type EndpointValues } from "./endpoint-form";

type Props = {
  endpointId: string;
  name: string;
  initial: EndpointValues;
  events: readonly WebhookEvent[];
  change: Action;
};

/** Another address, name or choice of events; the secret stays as it is. */
export function ChangeEndpoint({ endpointId, name, initial, events, change }: Props) {
  const t = useTranslations("webhooks");
  const title = t("changeTitle", { name });
  return (
    <EditDialog
      scope={endpointId}
      title={title}
      description={t("changeText")}
      label={t("change")}
      saved={t("changed")}
    >
      {(buttons, done) => (
        <EndpointForm
          key={JSON.stringify(initial)}
          label={title}
          initial={initial}
          events={events}
          schema={changedEndpointSchema}
          known={{ endpointId }}
          save={change}
          saved={done}
        >
          {buttons}
        </EndpointForm>
      )}
    </EditDialog>
  );
}
