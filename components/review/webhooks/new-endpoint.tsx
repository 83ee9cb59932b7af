"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ShownOnce } from "@/components/ui/shown-once";
import type { WebhookEvent } from "@/lib/webhooks/events";
import type { Action } from "../../filing/actions";
import { EndpointForm, type EndpointValues } from "./endpoint-form";

type Props = { events: readonly WebhookEvent[]; create: Action<{ secret: string }> };

/** Names a receiver and shows the secret it verifies with. */
export function NewEndpoint({ events, create }: Props) {
  const t = useTranslations("webhooks");
  const router = useRouter();
  const [secret, setSecret] = useState<string | null>(null);
  const save = async (values: EndpointValues) => {
    setSecret(null);
    const answer = await create(values);
    if (!answer.ok) return answer.error;
    setSecret(answer.value.secret);
    router.refresh();
    return null;
  };
  return (
    <>
      <EndpointForm
        label={t("new")}
        initial={{ url: "", description: "", events: [...events] }}
        events={events}
        save={save}
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
