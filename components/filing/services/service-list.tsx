"use client";

import { ArrowDown, ArrowUp, Copy, Pencil, Plus, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button, ButtonLink, IconButton } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { LiveRegion } from "@/components/ui/live-region";
import { Tag } from "@/components/ui/tag";
import { useToast } from "@/components/ui/toast";
import { refusalText } from "@/lib/messages/refusal-text";
import type { ServiceOperation } from "@/lib/usecases/orders/document/list";
import type { Action } from "../actions";

export type ServiceRow = {
  id: string;
  name: string;
  domain: string;
  note: string;
  tone: "you" | "done" | "refused";
};
type Props = {
  orderId: string;
  rows: readonly ServiceRow[];
  limit: number;
  editable: boolean;
  edit: Action<{ made: string | null }>;
};

/** The websites of an order: add, copy, move, remove, all by buttons. */
export function ServiceList({ orderId, rows, limit, editable, edit }: Props) {
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
  const add = () => run({ op: "add", kind: "WEBSITE" }, t("added"), true);
  const full = rows.length >= limit;
  const addButton = editable && (
    <Button
      variant={rows.length === 0 ? "primary" : "secondary"}
      icon={<Plus aria-hidden />}
      loading={pending}
      disabled={full}
      onClick={add}
    >
      {t("add")}
    </Button>
  );
  if (rows.length === 0)
    return (
      <EmptyState title={t("emptyTitle")} action={addButton}>
        {t("emptyText")}
      </EmptyState>
    );
  return (
    <>
      <LiveRegion text={said} />
      <ol aria-label={t("title")} className="flex flex-col">
        {rows.map((row, index) => {
          const name = row.name || row.domain || t("unnamed", { number: index + 1 });
          return (
            <li
              key={row.id}
              className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-4 py-3 sm:px-6"
            >
              <span className="w-6 text-muted tabular-nums">{index + 1}</span>
              <div className="min-w-0 flex-1 basis-48">
                <p className="font-semibold">{name}</p>
                <p className="text-muted">
                  {row.domain && row.name ? <span className="font-mono">{row.domain}</span> : null} {row.note}
                </p>
              </div>
              <Tag tone={row.tone}>{t(`status.${row.tone}`)}</Tag>
              <div className="flex items-center gap-1">
                <ButtonLink
                  href={`/console/orders/${orderId}/services/${row.id}`}
                  size="small"
                  icon={<Pencil aria-hidden />}
                  aria-label={t("editOf", { name })}
                >
                  {t("edit")}
                </ButtonLink>
                {editable && (
                  <>
                    <IconButton
                      label={t("up", { name })}
                      disabled={index === 0 || pending}
                      onClick={() =>
                        run({ op: "move", id: row.id, by: -1 }, t("moved", { name, number: index }))
                      }
                    >
                      <ArrowUp aria-hidden />
                    </IconButton>
                    <IconButton
                      label={t("down", { name })}
                      disabled={index === rows.length - 1 || pending}
                      onClick={() =>
                        run({ op: "move", id: row.id, by: 1 }, t("moved", { name, number: index + 2 }))
                      }
                    >
                      <ArrowDown aria-hidden />
                    </IconButton>
                    <IconButton
                      label={t("copy", { name })}
                      disabled={full || pending}
                      onClick={() => run({ op: "duplicate", id: row.id }, t("copied", { name }))}
                    >
                      <Copy aria-hidden />
                    </IconButton>
                    <RemoveService
                      name={name}
                      onRemove={() => run({ op: "remove", id: row.id }, t("removed", { name }))}
                    />
                  </>
                )}
              </div>
            </li>
          );
        })}
      </ol>
      <div className="flex flex-wrap items-center justify-between gap-3 px-4 py-4 sm:px-6">
        {addButton}
        <p className="text-muted">{t("limit", { count: rows.length, limit })}</p>
      </div>
    </>
  );
}

function RemoveService({ name, onRemove }: { name: string; onRemove: () => void }) {
  const t = useTranslations("orders.services");
  const common = useTranslations("common");
  return (
    <Dialog
      title={t("removeTitle", { name })}
      description={t("removeText")}
      trigger={
        <IconButton label={t("remove", { name })}>
          <Trash2 aria-hidden />
        </IconButton>
      }
      footer={
        <>
          <DialogClose render={<Button>{common("cancel")}</Button>} />
          <DialogClose
            render={
              <Button variant="danger" onClick={onRemove}>
                {common("delete")}
              </Button>
            }
          />
        </>
      }
    />
  );
}
