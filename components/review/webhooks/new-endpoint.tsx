"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ShownOnce } from "@/components/ui/shown-once";
import { newEndpointSchema } from "@/lib/webhooks/endpoint-form";
import type { WebhookEvent } from "@/lib/webhooks/events";
import type { Action } from "../../filing/actions";
import { EndpointForm } from "./endpoint-form";

type Props = { events: readonly WebhookEvent[]; create: Action<{ secret: string }> };

/** Names a receiver and shows the secret it verifies with. */
export function NewEndpoint({ events, create }: Props) {
  const t = useTranslations("webhooks");
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <>
      <EndpointForm
        label={t("new")}
        initial={{ url: "", description: "", events: [...events] }}
        events={events}
        schema={newEndpointSchema}
        save={create}
        saved={(made) => setSecret(made.secret)}
      >
        {(saving) => (
          <div>
            <Button type="submit" variant="primary" loading={saving}>
              {t("create")}
            </Button>
          </div>
        )}
      </EndpointForm>
      <div aria-live="polite" className="mt-4">
        {secret !== null && <ShownOnce title={t("secretMade")} text={t("secretOnce")} secret={secret} />}
      </div>
    </>
  );
}
