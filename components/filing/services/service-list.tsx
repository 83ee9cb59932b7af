"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { LiveRegion } from "@/components/ui/live-region";
import { useToast } from "@/components/ui/toast";
import { refusalText } from "@/lib/messages/refusal-text";
import type { ServiceOperation } from "@/lib/usecases/orders/document/list";
import type { KindLine } from "@/lib/usecases/orders/get-services";
import type { Action } from "../actions";
import { FiledRest, type FiledRow } from "./filed-rest";
import { ServiceItem, type ServiceRow } from "./service-row";

type Props = {
  orderId: string;
  rows: readonly ServiceRow[];
  kinds: readonly KindLine[];
  editable: boolean;
  /** Filed services that an access order may still take over. */
  filed: readonly FiledRow[];
  edit: Action<{ made: string | null }>;
  take: Action<{ made: string | null }>;
};

/** The websites and APPs of an order: add, copy, move, remove, all by buttons. */
export function ServiceList({ orderId, rows, kinds, editable, filed, edit, take }: Props) {
  const t = useTranslations("orders.services");
  const errors = useTranslations("errors");
  const router = useRouter();
  const toast = useToast();
  const [said, say] = useState("");
  const [pending, start] = useTransition();
  const run = (operation: ServiceOperation, done: string, open = false) =>
    start(async () => {
      const answer = await edit({ orderId, operation });
      if (!answer.ok) return toast(refusalText(errors, answer.error), "refused");
      say(done);
      if (open && answer.value.made) router.push(`/console/orders/${orderId}/services/${answer.value.made}`);
      router.refresh();
    });
  const takeOver = (number: string) =>
    start(async () => {
      const answer = await take({ orderId, number });
      if (!answer.ok) return toast(refusalText(errors, answer.error), "refused");
      say(t("taken", { number }));
      router.refresh();
    });
  const buttons = editable && (
    <div className="flex flex-wrap gap-2">
      {kinds.map(({ kind, closed }) => (
        <Button
          key={kind}
          icon={<Plus aria-hidden />}
          loading={pending}
          disabled={closed !== null}
          onClick={() => run({ op: "add", kind }, t("added", { kind }), true)}
        >
          {t("add", { kind })}
        </Button>
      ))}
    </div>
  );
  const rest = editable && filed.length > 0 && <FiledRest rows={filed} pending={pending} take={takeOver} />;
  if (rows.length === 0)
    return (
      <>
        <EmptyState title={t("emptyTitle")} action={buttons}>
          {t("emptyText")}
        </EmptyState>
        {rest}
      </>
    );
  return (
    <>
      <LiveRegion text={said} />
      <ol aria-label={t("title")} className="flex flex-col">
        {rows.map((row, index) => (
          <ServiceItem
            key={row.id}
            orderId={orderId}
            row={row}
            index={index}
            count={rows.length}
            editable={editable}
            pending={pending}
            full={
              kinds.length === 0 || kinds.some(({ kind, closed }) => kind === row.kind && closed !== null)
            }
            run={run}
          />
        ))}
      </ol>
      {rest}
      {kinds.length > 0 && (
        <div className="flex flex-wrap items-center justify-between gap-3 px-4 py-4 sm:px-6">
          {buttons}
          <div className="text-muted">
            {kinds.map(({ kind, count, limit, closed }) => (
              <p key={kind} className="sm:text-right">
                {t("limit", { kind, count, limit })}
                {editable && closed !== null && (
                  <span className="block">{t(`closed.${closed}`, { kind })}</span>
                )}
              </p>
            ))}
          </div>
        </div>
      )}
    </>
  );
}
