"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { TONE_INK } from "@/components/ui/tone";
import type { SlotView } from "@/lib/usecases/materials/list-slots";
import { useRun } from "./desk-context";
import { useStored } from "./use-stored";

/** The date printed on the document; asked once there is a document. */
export function DocumentDate({ slot }: { slot: SlotView }) {
  const t = useTranslations("slots");
  const { view } = useRun();
  const { busy, problem, setDate } = useStored(view.orderId);
  const id = useId();
  const filled = slot.sides.find((side) => side.filled !== null)?.filled ?? null;
  if (filled === null) return null;
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-semibold">
        {t("date")}
      </label>
      <input
        key={filled.materialId}
        id={id}
        type="date"
        disabled={!view.editable || busy}
        defaultValue={filled.documentDate ?? ""}
        onBlur={(event) => {
          const value = event.target.value || null;
          if (value !== filled.documentDate) void setDate(filled.materialId, value);
        }}
        className="control-edge min-h-9 px-3"
      />
      {problem && (
        <p role="alert" className={TONE_INK.refused}>
          {problem}
        </p>
      )}
    </div>
  );
}
