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

type Props = { orderId: string; personId: string; who: string; action: Action };

/** The applicant asks for the call one lead missed, and says when it will be answered. */
export function CallbackAsk({ orderId, personId, who, action }: Props) {
  const t = useTranslations("callback");
  const orders = useTranslations("orders.actions");
  const errors = useTranslations("errors");
  const router = useRouter();
  const toast = useToast();
  const [when, setWhen] = useState("any");
  // Several leads may be asked for on one page.
  const name = `when-${personId}`;
  const [pending, start] = useTransition();
  const ask = () =>
    start(async () => {
      const answer = await action({ orderId, personId, when });
      if (answer.ok) toast(orders("callbackDone"), "done");
      else toast(refusalText(errors, answer.error), "refused");
      router.refresh();
    });
  return (
    <section aria-label={t("askFor", { who })} className="flex flex-col gap-4">
      <h3 className="font-semibold">{who}</h3>
      <FormField name={name} label={t("whenLabel")} group stacked>
        <RadioGroup
          name={name}
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
    </section>
  );
}
