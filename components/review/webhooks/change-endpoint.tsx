"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FieldScope } from "@/components/form/field-context";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
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
  const common = useTranslations("common");
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const save = async (values: EndpointValues) => {
    const answer = await change({ endpointId, ...values });
    if (!answer.ok) return answer.error;
    setOpen(false);
    toast(t("changed"), "done");
    router.refresh();
    return null;
  };
  const title = t("changeTitle", { name });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="wide"
      title={title}
      description={t("changeText")}
      trigger={<Button aria-label={title}>{t("change")}</Button>}
    >
      <FieldScope value={endpointId}>
        <EndpointForm
          key={JSON.stringify(initial)}
          label={title}
          initial={initial}
          events={events}
          save={save}
        >
          {(saving) => (
            <div className="flex justify-end gap-2">
              <DialogClose render={<Button>{common("cancel")}</Button>} />
              <Button type="submit" variant="primary" loading={saving}>
                {common("save")}
              </Button>
            </div>
          )}
        </EndpointForm>
      </FieldScope>
    </Dialog>
  );
}
