"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { TONE_INK } from "@/components/ui/tone";
import type { SlotView } from "@/lib/usecases/materials/list-slots";
import { useRun } from "./desk-context";
import { useStored } from "./use-stored";

/** Which template a letter follows: what this case needs comes first and is chosen, the others can be owned up to. */
export function LetterKind({ slot, names }: { slot: SlotView; names: readonly string[] }) {
  const t = useTranslations("slots");
  const { view, kindOf, chooseKind } = useRun();
  const { busy, problem, setKind } = useStored(view.orderId);
  const id = useId();
  const filled = slot.sides.find((side) => side.filled !== null)?.filled ?? null;

  function choose(code: string) {
    chooseKind(slot, code);
    if (filled !== null) void setKind(filled.materialId, code);
  }
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="font-semibold">
        {t("letterKind")}
      </label>
      <select
        id={id}
        value={kindOf(slot)}
        disabled={!view.editable || busy}
        onChange={(event) => choose(event.target.value)}
        className="control-edge min-h-9 max-w-full px-3"
      >
        {slot.kinds.map(({ code, accepted }, index) => (
          <option key={code} value={code}>
            {accepted ? t("kindAccepted", { name: names[index] ?? code }) : names[index]}
          </option>
        ))}
      </select>
      {problem && (
        <p role="alert" className={TONE_INK.refused}>
          {problem}
        </p>
      )}
    </div>
  );
}
