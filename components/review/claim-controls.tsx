"use client";

import { SkipForward } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRun } from "@/components/form/use-run";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Reassign } from "./reassign";
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
      {props.open && <Reassign {...props} reassign={props.actions.reassign} />}
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
