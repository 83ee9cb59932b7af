"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRun } from "@/components/form/use-run";
import { WordsField } from "@/components/form/words-field";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { Tag } from "@/components/ui/tag";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/define-action";

export interface HistoryLine {
  readonly id: string;
  readonly state: "scheduled" | "in-force" | "past" | "revoked";
  readonly title: string;
  readonly from: string;
  readonly by: string;
  readonly reason: string;
  readonly revoked: string | null;
}

type Revert = (input: {
  changeId: string;
  reason: string;
  revision: number;
}) => Promise<ActionResult<{ changeId: string }>>;
type Props = {
  lines: readonly HistoryLine[];
  revision: number;
  /** Absent for those who only read. */
  revert?: Revert | undefined;
};

const TONE = { scheduled: "others", "in-force": "done", past: "ended", revoked: "ended" } as const;

/** Everything decided on a setting, newest on top, each with its way back. */
export function PolicyHistory({ lines, revision, revert }: Props) {
  const t = useTranslations("policyPage.history");
  if (lines.length === 0) return <p className="text-muted">{t("empty")}</p>;
  return (
    <ol className="flex flex-col divide-y divide-line">
      {lines.map((line) => (
        <li
          key={line.id}
          className="flex flex-wrap items-start justify-between gap-3 py-3 first:pt-0 last:pb-0"
        >
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-center gap-2 font-semibold">
              <span className="min-w-0 break-words">{line.title}</span>
              <Tag tone={TONE[line.state]}>{t(`state.${line.state}`)}</Tag>
            </p>
            <p className="text-small text-muted tabular-nums">{line.from}</p>
            <p className="mt-1 break-words">{line.reason}</p>
            <p className="text-small text-muted tabular-nums">{line.by}</p>
            {line.revoked && <p className="mt-1 text-small break-words text-muted">{line.revoked}</p>}
          </div>
          {revert && (line.state === "scheduled" || line.state === "in-force") && (
            <RevertButton line={line} revision={revision} revert={revert} />
          )}
        </li>
      ))}
    </ol>
  );
}

function RevertButton({ line, revision, revert }: { line: HistoryLine; revision: number; revert: Revert }) {
  const t = useTranslations("policyPage");
  const common = useTranslations("common");
  const toast = useToast();
  const { busy, error, run, clearError } = useRun();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const verb = line.state === "scheduled" ? "revoke" : "revert";
  const confirm = () =>
    void run(
      () => revert({ changeId: line.id, reason, revision }),
      () => {
        setOpen(false);
        toast(t("history.done"));
      },
    );
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        clearError();
        setOpen(next);
      }}
      trigger={<Button size="small">{t(`history.${verb}`)}</Button>}
      title={t(`history.${verb}Title`)}
      description={t(`history.${verb}Text`)}
      footer={
        <>
          <DialogClose render={<Button>{common("cancel")}</Button>} />
          <Button variant="primary" loading={busy} onClick={confirm}>
            {t("history.confirm")}
          </Button>
        </>
      }
    >
      {error && (
        <div className="mb-3">
          <Notice tone="refused" role="alert">
            {error}
          </Notice>
        </div>
      )}
      <WordsField id={`reason-${line.id}`} label={t("form.reason")} value={reason} onChange={setReason} />
    </Dialog>
  );
}
