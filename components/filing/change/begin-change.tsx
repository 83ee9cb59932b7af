"use client";

import { ArrowRight } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { refusalText } from "@/lib/messages/refusal-text";
import type { Action } from "../actions";

type Props = {
  entityId: string;
  /** Services that change along. */
  services: readonly string[];
  start: Action<{ orderId: string }>;
};

/** Begins the change of the organiser once what follows from it was read. */
export function BeginChange({ entityId, services, start }: Props) {
  const t = useTranslations("change.before");
  const errors = useTranslations("errors");
  const router = useRouter();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  async function begin() {
    if (busy) return;
    setBusy(true);
    try {
      const answer = await start({ entityId, entity: true, services });
      if (answer.ok) return router.push(`/console/orders/${answer.value.orderId}`);
      toast(refusalText(errors, answer.error), "refused");
      router.refresh();
    } catch (error) {
      toast(errors("busy.text"), "refused");
      throw error;
    } finally {
      setBusy(false);
    }
  }
  return (
    <Button variant="primary" size="large" loading={busy} onClick={begin}>
      {t("begin")}
      <ArrowRight aria-hidden />
    </Button>
  );
}
