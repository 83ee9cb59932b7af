"use client";

import { SkipForward, UserRoundCog } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useRun } from "@/components/form/use-run";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { RunDialog } from "./run-dialog";
import type { BenchActions } from "./types";

export type ClaimProps = {
  orderId: string;
  version: number;
  claim: { readonly name: string; readonly mine: boolean } | null;
  /** The order is in the provider's review: it can be claimed and decided. */
  open: boolean;
  /** Whom a supervisor may give it to. */
  colleagues: readonly { readonly userId: string; readonly name: string }[];
  actions: BenchActions;
  /** Claims and opens what comes next in the list one came from. */
  onNext: () => Promise<boolean>;
};

/** Who has the order, what follows from it, and the way to the next one. */
export function ClaimControls(props: ClaimProps) {
  const bench = useRun();
  const t = useTranslations("review.bench");
  return (
    <div className="flex flex-wrap items-center justify-end gap-3">
      {bench.error && (
        <Notice tone="refused" role="alert">
          {bench.error}
        </Notice>
      )}
      <Claim {...props} {...bench} />
      {props.open && props.colleagues.length > 0 && <Reassign {...props} />}
      <Button
        variant="quiet"
        data-key="next"
        icon={<SkipForward aria-hidden />}
        loading={bench.busy}
        onClick={() => void props.onNext()}
      >
        {t("nextOrder")}
      </Button>
    </div>
  );
}

/** Also after a lost race, when the page has been refreshed. */
function Claim({
  orderId,
  version,
  claim,
  open,
  actions,
  busy,
  run,
}: ClaimProps & ReturnType<typeof useRun>) {
  const t = useTranslations("review.bench");
  if (!open) return null;
  if (claim?.mine)
    return (
      <Button
        variant="quiet"
        loading={busy}
        onClick={() => void run(() => actions.release({ orderId, version }))}
      >
        {t("release")}
      </Button>
    );
  if (claim) return <p className="text-muted">{t("heldBy", { name: claim.name })}</p>;
  return (
    <>
      <p className="max-w-md text-small text-muted">{t("notHeld")}</p>
      <Button
        variant="primary"
        data-key="claim"
        loading={busy}
        onClick={() => void run(() => actions.claim({ orderId, version }))}
      >
        {t("claim")}
      </Button>
    </>
  );
}

function Reassign({ orderId, version, colleagues, actions }: ClaimProps) {
  const t = useTranslations("review.bench.reassign");
  const [userId, setUserId] = useState("");
  const id = useId();
  return (
    <RunDialog
      title={t("title")}
      text={t("text")}
      trigger={
        <Button variant="quiet" icon={<UserRoundCog aria-hidden />}>
          {t("button")}
        </Button>
      }
      confirm={t("confirm")}
      disabled={userId === ""}
      act={() => actions.reassign({ orderId, version, userId })}
    >
      <label htmlFor={id} className="mb-1 block font-semibold">
        {t("to")}
      </label>
      <select
        id={id}
        value={userId}
        onChange={(event) => setUserId(event.target.value)}
        className="h-9 w-full rounded-control border border-control bg-surface px-2"
      >
        <option value="">{t("choose")}</option>
        {colleagues.map((one) => (
          <option key={one.userId} value={one.userId}>
            {one.name}
          </option>
        ))}
      </select>
    </RunDialog>
  );
}
