"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TONE_INK } from "@/components/ui/tone";
import type { ConsentKind } from "@/lib/filing/policy/consents";
import type { Refusal } from "@/lib/filing/shared/refusal";
import { refusalText } from "@/lib/messages/refusal-text";

/** A consent with its wording, written out on the server. */
export interface ConsentText {
  readonly kind: ConsentKind;
  readonly title: string;
  readonly intro: string;
  readonly points: readonly { readonly label: string; readonly text: string }[];
  readonly agree: string;
  readonly version: string;
}

type Props = {
  text: ConsentText;
  onAgree: (kind: ConsentKind) => Promise<Refusal | null>;
  onDecline: (kind: ConsentKind) => void;
};

/** Asked on its own, before the first such file leaves the browser: what for, who sees it, for how long. */
export function ConsentDialog({ text, onAgree, onDecline }: Props) {
  const t = useTranslations("slots");
  const errors = useTranslations("errors");
  const [ticked, setTicked] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const errorId = useId();

  async function agree() {
    if (!ticked) return setProblem(t("consentTick"));
    setBusy(true);
    const refusal = await onAgree(text.kind);
    setBusy(false);
    if (refusal !== null) setProblem(refusalText(errors, refusal));
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open && !busy) onDecline(text.kind);
      }}
      title={text.title}
      description={text.intro}
      footer={
        <>
          <Button onClick={() => onDecline(text.kind)}>{t("consentDecline")}</Button>
          <Button variant="primary" loading={busy} onClick={() => void agree()}>
            {t("consentAgree")}
          </Button>
        </>
      }
    >
      <ConsentPoints text={text} />
      <label className="mt-4 flex items-start gap-3 border-t border-line pt-4">
        <input
          type="checkbox"
          checked={ticked}
          aria-invalid={problem !== null || undefined}
          aria-describedby={problem === null ? undefined : errorId}
          onChange={(event) => {
            setTicked(event.target.checked);
            setProblem(null);
          }}
          className="mt-1 size-[18px] shrink-0 accent-accent"
        />
        <span className="min-w-0">{text.agree}</span>
      </label>
      {problem && (
        <p id={errorId} role="alert" className={`mt-2 ${TONE_INK.refused}`}>
          {problem}
        </p>
      )}
      <p className="mt-3 text-small text-muted">{t("consentVersion", { version: text.version })}</p>
    </Dialog>
  );
}

/** What a consent says, point by point. */
export function ConsentPoints({ text }: { text: Pick<ConsentText, "points"> }) {
  return (
    <dl className="flex flex-col gap-2">
      {text.points.map(({ label, text: words }) => (
        <div key={label}>
          <dt className="font-semibold">{label}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
