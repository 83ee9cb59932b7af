"use client";

import { Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useRun } from "@/components/form/use-run";
import { WordsField } from "@/components/form/words-field";
import { Button, IconButton } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { CallClocks } from "./call-clocks";
import { CallPanel } from "./call-panel";
import { DecisionPreview } from "./decision-preview";
import type { BenchActions, BenchItem, BenchPerson, BenchReason } from "./types";

type Props = {
  orderId: string;
  version: number;
  items: readonly BenchItem[];
  reasons: readonly BenchReason[];
  people: readonly BenchPerson[];
  needsOverride: boolean;
  pushDelayMinutes: number;
  actions: BenchActions;
  onEdit: (item: BenchItem) => void;
  onRemove: (key: string) => void;
  onDone: () => void;
  onNext: () => Promise<boolean>;
};

/** The foot of the workbench: what was collected, the calls, the decision. */
export function DecisionBar(props: Props) {
  const t = useTranslations("review.bench");
  const { orderId, version, items, people, actions } = props;
  return (
    <footer className="flex flex-wrap items-center justify-between gap-3 border-t border-line bg-surface px-4 py-2.5 sm:px-6">
      <div className="flex flex-wrap items-center gap-3">
        <span className="text-muted tabular-nums">{t("itemsCount", { count: items.length })}</span>
        <CallPanel {...{ orderId, version, people }} recordCall={actions.recordCall} />
        <CallClocks people={people} />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Reject {...props} />
        <Approve {...props} />
      </div>
    </footer>
  );
}

function Reject(props: Props) {
  const { orderId, version, items, reasons, actions, onEdit, onRemove, onDone, onNext } = props;
  const t = useTranslations("review.bench");
  const common = useTranslations("common");
  const [open, setOpen] = useState(false);
  const { busy, error, run } = useRun();
  const send = (then: () => unknown) =>
    run(
      () =>
        actions.reject({
          orderId,
          version,
          items: items.map(({ code, target, suggestion }) => ({ code, target, suggestion })),
        }),
      then,
    );
  const reasonOf = (code: string) => reasons.find((reason) => reason.code === code);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="wide"
      title={t("rejectTitle")}
      description={t("rejectText")}
      trigger={
        <Button variant="danger" data-key="reject" disabled={items.length === 0}>
          {items.length === 0 ? t("reject") : t("rejectN", { count: items.length })}
        </Button>
      }
      footer={
        <>
          <Button onClick={() => setOpen(false)}>{common("cancel")}</Button>
          <Button
            variant="danger"
            loading={busy}
            disabled={items.length === 0}
            onClick={() => void send(onNext)}
          >
            {t("rejectAndNext")}
          </Button>
          <Button
            variant="danger"
            loading={busy}
            disabled={items.length === 0}
            onClick={() => void send(onDone)}
          >
            {t("confirmReject")}
          </Button>
        </>
      }
    >
      {error && (
        <Notice tone="refused" role="alert">
          {error}
        </Notice>
      )}
      <ol className="flex flex-col">
        {items.map((item) => (
          <li
            key={item.key}
            className="flex items-start justify-between gap-3 border-b border-line py-3 last:border-0"
          >
            <div className="min-w-0">
              <p className="font-semibold">{reasonOf(item.code)?.name ?? item.code}</p>
              <p className="text-small text-muted">{item.targetLabel}</p>
              <p className="mt-1">{item.suggestion || reasonOf(item.code)?.suggestion}</p>
            </div>
            <span className="flex shrink-0">
              <IconButton label={common("edit")} onClick={() => onEdit(item)}>
                <Pencil aria-hidden />
              </IconButton>
              <IconButton label={t("remove")} onClick={() => onRemove(item.key)}>
                <Trash2 aria-hidden />
              </IconButton>
            </span>
          </li>
        ))}
      </ol>
      {items.length > 0 && <DecisionPreview {...{ orderId, items }} preview={actions.preview} />}
    </Dialog>
  );
}

function Approve(props: Props) {
  const { orderId, version, needsOverride, pushDelayMinutes, items, actions, onDone, onNext } = props;
  const t = useTranslations("review.bench");
  const common = useTranslations("common");
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const { busy, error, run, clearError } = useRun();
  const id = useId();
  const send = (then: () => unknown) =>
    run(() => actions.approve({ orderId, version, overrideReason: reason }), then);
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        // What was refused before the calls were recorded says nothing of the next try.
        clearError();
        setOpen(next);
      }}
      title={t("approveTitle")}
      description={t("approveText", { minutes: pushDelayMinutes })}
      trigger={
        <Button variant="primary" data-key="approve" disabled={items.length > 0}>
          {t("approve")}
        </Button>
      }
      footer={
        <>
          <Button onClick={() => setOpen(false)}>{common("cancel")}</Button>
          <Button loading={busy} onClick={() => void send(onNext)}>
            {t("approveAndNext")}
          </Button>
          <Button variant="primary" loading={busy} onClick={() => void send(onDone)}>
            {t("confirmApprove")}
          </Button>
        </>
      }
    >
      {error && (
        <Notice tone="refused" role="alert">
          {error}
        </Notice>
      )}
      {needsOverride && (
        <div className="mt-2">
          <WordsField
            id={id}
            label={t("override")}
            hint={t("overrideHint")}
            value={reason}
            onChange={setReason}
          />
        </div>
      )}
      <DecisionPreview orderId={orderId} items={null} preview={actions.preview} />
    </Dialog>
  );
}
