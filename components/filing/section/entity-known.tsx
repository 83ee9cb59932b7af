"use client";

import { History } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { refusalText } from "@/lib/messages/refusal-text";
import type { KnownEntity } from "@/lib/usecases/orders/list-known-parts";
import type { KnownPart } from "@/lib/usecases/orders/take-known-part";
import type { Action } from "../actions";

type Props = {
  orderId: string;
  known: KnownEntity;
  take: Action<KnownPart>;
  /** Fills what is empty; answers how many fields that were. */
  fill: (part: KnownPart) => number;
};

/** The certificate as it was filed before: one click fills what is still empty, and says so. */
export function KnownEntityOffer({ orderId, known, take, fill }: Props) {
  const t = useTranslations("sections.known");
  const errors = useTranslations("errors");
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState("");
  const use = async () => {
    setBusy(true);
    const answer = await take({ orderId, source: known.source }).catch(() => null);
    setBusy(false);
    if (answer === null) return setSaid(t("unreachable"));
    setSaid(answer.ok ? t("filled", { count: fill(answer.value) }) : refusalText(errors, answer.error));
  };
  return (
    <section aria-labelledby="known-entity" className="rounded-panel border border-line px-4 py-4">
      <h2 id="known-entity" className="flex items-center gap-2 text-base">
        <History aria-hidden className="size-4 text-muted" />
        {t("entity")}
      </h2>
      <p className="mt-1 text-small text-muted">
        {t("entityText", { name: known.name, certNo: known.certNo, number: known.number })}
      </p>
      <Button aria-describedby="known-entity" className="mt-3" loading={busy} onClick={() => void use()}>
        {t("use")}
      </Button>
      <p role="status" className="mt-1 text-small text-muted empty:hidden">
        {said}
      </p>
    </section>
  );
}
