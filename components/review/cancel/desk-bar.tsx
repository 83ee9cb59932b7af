"use client";

import { useTranslations } from "next-intl";
import { useRun } from "@/components/form/use-run";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ReviewReason } from "@/lib/filing/registry/cancel-reasons";
import type { Action } from "../../filing/actions";
import { CallClocks } from "../call-clocks";
import { CallPanel } from "../call-panel";
import { Reassign } from "../reassign";
import type { BenchActions, BenchPerson } from "../types";
import { PassDialog } from "./pass-dialog";
import { ReturnDialog } from "./return-dialog";

export interface DeskBarProps {
  orderId: string;
  version: number;
  people: readonly BenchPerson[];
  claim: { readonly name: string; readonly mine: boolean } | null;
  /** Whom a supervisor may give it to. */
  colleagues: readonly { readonly userId: string; readonly name: string }[];
  /** Why something cannot be done now, in words; null: it can. */
  why: Readonly<Record<"claim" | "phone" | "approve" | "reject", string | null>>;
  /** A reviewer decides about it, now. */
  open: boolean;
  needsOverride: boolean;
  reasons: readonly { readonly code: ReviewReason; readonly name: string; readonly remedy: string }[];
  actions: {
    readonly claim: Action;
    readonly release: Action;
    readonly reassign: BenchActions["reassign"];
    readonly recordCall: BenchActions["recordCall"];
    readonly pass: Action;
    readonly giveBack: Action;
  };
}

/** What staff do with a cancellation: take it, call who answers for it, pass it on or give it back. */
export function DeskBar(props: DeskBarProps) {
  const { orderId, version, people, claim, colleagues, why, open, needsOverride, reasons, actions } = props;
  const t = useTranslations("cancellations.desk");
  const { busy, error, run } = useRun();
  const seen = { orderId, version };
  const cannot = [
    ...(open
      ? ([
          ["pass", why.approve],
          ["return", why.reject],
        ] as const)
      : []),
  ].filter(([, reason]) => reason !== null);
  return (
    <div className="flex flex-col gap-4">
      {error && (
        <Notice tone="refused" role="alert">
          {error}
        </Notice>
      )}
      {open && claim !== null && (
        <p className="text-muted">{claim.mine ? t("mine") : t("heldBy", { name: claim.name })}</p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {open && claim === null && (
          <Button
            variant="primary"
            loading={busy}
            disabled={why.claim !== null}
            onClick={() => void run(() => actions.claim(seen))}
          >
            {t("claim")}
          </Button>
        )}
        {open && claim?.mine && (
          <Button loading={busy} onClick={() => void run(() => actions.release(seen))}>
            {t("release")}
          </Button>
        )}
        {open && <Reassign {...seen} {...{ colleagues }} reassign={actions.reassign} />}
        {why.phone === null && <CallPanel {...seen} people={people} recordCall={actions.recordCall} />}
        {open && (
          <>
            <ReturnDialog {...seen} reasons={reasons} off={why.reject !== null} act={actions.giveBack} />
            <PassDialog {...seen} {...{ needsOverride }} off={why.approve !== null} act={actions.pass} />
          </>
        )}
      </div>
      <CallClocks people={people} />
      {cannot.length > 0 && (
        <ul className="flex flex-col gap-1 text-small text-muted">
          {cannot.map(([action, reason]) => (
            <li key={action}>{t("cannot", { action: t(action), reason: reason ?? "" })}</li>
          ))}
        </ul>
      )}
      {!open && why.phone !== null && <p className="text-muted">{why.phone}</p>}
    </div>
  );
}
