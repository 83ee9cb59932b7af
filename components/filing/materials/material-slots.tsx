"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import type { SlotsView, SlotView } from "@/lib/usecases/materials/list-slots";
import { SlotSide } from "./slot-side";
import { useSlot } from "./use-slot";

/** A slot with its sentences, written out on the server. */
export interface SlotText {
  readonly name: string;
  readonly hint: string;
  readonly reason: string;
}

type Props = { view: SlotsView; texts: readonly SlotText[]; samples: boolean };

/** Every document the order asks for: whose, why, an example, and what is there. */
export function MaterialSlots({ view, texts, samples }: Props) {
  const t = useTranslations("slots");
  if (view.slots.length === 0) return <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>;
  return (
    <ul className="flex flex-col gap-4">
      {view.slots.map((slot, index) => {
        const text = texts[index];
        return text === undefined ? null : (
          <Slot key={`${slot.code}:${slot.subject}`} {...{ slot, text, view, samples }} />
        );
      })}
    </ul>
  );
}

function Slot({ slot, text, view, samples }: Omit<Props, "texts"> & { slot: SlotView; text: SlotText }) {
  const t = useTranslations("slots");
  const title = slot.subjectLabel ? `${text.name} · ${slot.subjectLabel}` : text.name;
  const date = slot.sides.find(({ filled }) => filled !== null)?.filled;
  const complete = slot.sides.every(({ filled }) => filled !== null);
  const target = { orderId: view.orderId, code: slot.code, subject: slot.subject };
  return (
    <li id={`slot-${slot.code}-${slot.subject.replace(/[^A-Za-z0-9]+/g, "-")}`} className="scroll-mt-24">
      <Panel
        title={title}
        headingLevel={2}
        description={text.reason}
        actions={
          <Tag tone={complete ? "done" : slot.optional ? "ended" : "you"}>
            {t(complete ? "complete" : slot.optional ? "optional" : "required")}
          </Tag>
        }
      >
        {text.hint && <p className="mb-3 max-w-form">{text.hint}</p>}
        {slot.dated && <DocumentDate slot={slot} orderId={view.orderId} editable={view.editable} />}
        <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {slot.sides.map(({ side, filled }) => {
            const sideLabel = side === "SINGLE" ? "" : t(`side.${side}`);
            return (
              <SlotSide
                key={side}
                target={{ ...target, side, documentDate: date?.documentDate ?? null }}
                name={[title, sideLabel].filter(Boolean).join(" ")}
                sideLabel={sideLabel}
                filled={filled}
                editable={view.editable}
                maxBytes={view.limits.maxBytes}
                samples={samples}
              />
            );
          })}
        </div>
      </Panel>
    </li>
  );
}

/** The date printed on the document; asked once there is a document. */
function DocumentDate({ slot, orderId, editable }: { slot: SlotView; orderId: string; editable: boolean }) {
  const t = useTranslations("slots");
  const id = useId();
  const filled = slot.sides.find((side) => side.filled !== null)?.filled ?? null;
  const { setDate, status } = useSlot(
    { orderId, code: slot.code, subject: slot.subject, side: "SINGLE", documentDate: null },
    0,
  );
  if (filled === null) return null;
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <label htmlFor={id} className="font-semibold">
        {t("date")}
      </label>
      <input
        id={id}
        type="date"
        disabled={!editable || status.kind === "working"}
        defaultValue={filled.documentDate ?? ""}
        onBlur={(event) => {
          const value = event.target.value || null;
          if (value !== filled.documentDate) void setDate(filled.materialId, value);
        }}
        className="h-9 rounded-control border border-control bg-surface px-3"
      />
      {status.kind === "failed" && <p role="alert">{status.text}</p>}
    </div>
  );
}
