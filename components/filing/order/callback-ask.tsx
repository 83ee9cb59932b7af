"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { RadioGroup } from "@/components/form/choices";
import { FormField } from "@/components/form/form-field";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { CALLBACK_TIMES } from "@/lib/filing/lifecycle/types";
import { refusalText } from "@/lib/messages/refusal-text";
import type { Action } from "../actions";

/** The applicant asks for the call that was missed, and says when it will be answered. */
export function CallbackAsk({ orderId, action }: { orderId: string; action: Action }) {
  const t = useTranslations("callback");
  const orders = useTranslations("orders.actions");
  const errors = useTranslations("errors");
  const router = useRouter();
  const toast = useToast();
  const [when, setWhen] = useState("any");
  const [pending, start] = useTransition();
  const ask = () =>
    start(async () => {
      const answer = await action({ orderId, when });
      if (answer.ok) toast(orders("callbackDone"), "done");
      else toast(refusalText(errors, answer.error), "refused");
      router.refresh();
    });
  return (
    <div className="flex flex-col gap-4">
      <FormField name="when" label={t("whenLabel")} group stacked>
        <RadioGroup
          name="when"
          ref={() => {}}
          onBlur={async () => {}}
          onChange={async (event: { target: { value: string } }) => setWhen(event.target.value)}
          defaultValue="any"
          look="plain"
          options={CALLBACK_TIMES.map((value) => ({ value, label: t(`when.${value}.label`) }))}
        />
      </FormField>
      <div>
        <Button variant="primary" loading={pending} onClick={ask}>
          {orders("callback")}
        </Button>
      </div>
    </div>
  );
}
