"use client";

import { ArrowDown, ArrowUp, Copy, Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button, ButtonLink, IconButton } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Tag } from "@/components/ui/tag";
import type { ServiceKind, ServiceOperation } from "@/lib/usecases/orders/document/list";

export type ServiceRow = {
  id: string;
  kind: ServiceKind;
  name: string;
  domains: readonly string[];
  note: string;
  tone: "you" | "done" | "refused";
};

type Props = {
  orderId: string;
  row: ServiceRow;
  index: number;
  count: number;
  editable: boolean;
  pending: boolean;
  /** No further one of this kind fits. */
  full: boolean;
  run: (operation: ServiceOperation, done: string) => void;
};

/** One service of an order: what it is, how far it is, what can be done with it. */
export function ServiceItem({ orderId, row, index, count, editable, pending, full, run }: Props) {
  const t = useTranslations("orders.services");
  const { kind, domains } = row;
  const first = domains[0] ?? "";
  const name = row.name || first || t("unnamed", { kind, number: index + 1 });
  const more = domains.length > 1 ? t("moreDomains", { count: domains.length - 1 }) : "";
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-4 py-3 sm:px-6">
      <span className="w-6 text-muted tabular-nums">{index + 1}</span>
      <div className="min-w-0 flex-1 basis-48">
        <p className="font-semibold">{name}</p>
        <p className="flex flex-wrap items-center gap-x-2 text-muted">
          <Tag plain>{t(`kind.${kind}`)}</Tag>
          {first && row.name ? <span className="font-mono break-all">{first}</span> : null}
          {more && <span>{more}</span>}
          {row.note && <span>{row.note}</span>}
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
              onClick={() => run({ op: "move", id: row.id, by: -1 }, t("moved", { name, number: index }))}
            >
              <ArrowUp aria-hidden />
            </IconButton>
            <IconButton
              label={t("down", { name })}
              disabled={index === count - 1 || pending}
              onClick={() => run({ op: "move", id: row.id, by: 1 }, t("moved", { name, number: index + 2 }))}
            >
              <ArrowDown aria-hidden />
            </IconButton>
            <IconButton
              label={t("copy", { name })}
              disabled={full || pending}
              onClick={() => run({ op: "duplicate", id: row.id }, t("copied", { kind, name }))}
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
