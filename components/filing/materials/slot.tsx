"use client";

import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import { TONE_INK } from "@/components/ui/tone";
import type { SlotView } from "@/lib/usecases/materials/list-slots";
import { DocumentDate } from "./document-date";
import { EarlierFiles } from "./earlier-files";
import { LetterKind } from "./letter-kind";
import { SlotSide } from "./slot-side";

/** A slot with its sentences, written out on the server. */
export interface SlotText {
  readonly name: string;
  readonly hint: string;
  readonly reason: string;
  /** What the book says about the files that are there. */
  readonly findings: readonly string[];
  /** Of letters: the templates by name, in the order of `slot.kinds`. */
  readonly kinds: readonly string[];
}

/** One document: whose, why, its sides, what is printed on it, and what lay here before. */
export function Slot({ slot, text }: { slot: SlotView; text: SlotText }) {
  const t = useTranslations("slots");
  const title = slot.subjectLabel ? `${text.name} · ${slot.subjectLabel}` : text.name;
  const complete = slot.sides.every(({ filled }) => filled !== null);
  const wrong = complete && text.findings.length > 0;
  return (
    <li id={`slot-${slot.code}-${slot.subject.replace(/[^A-Za-z0-9]+/g, "-")}`} className="scroll-mt-24">
      <Panel
        title={title}
        headingLevel={2}
        description={text.reason}
        actions={
          <Tag tone={wrong ? "refused" : complete ? "done" : slot.optional ? "ended" : "you"}>
            {t(wrong ? "wrong" : complete ? "complete" : slot.optional ? "optional" : "required")}
          </Tag>
        }
      >
        {text.hint && <p className="mb-3 max-w-form">{text.hint}</p>}
        {(slot.dated || slot.kinds.length > 0) && (
          <div className="mb-3 flex flex-wrap items-end gap-x-6 gap-y-3 empty:hidden">
            {slot.kinds.length > 0 && <LetterKind slot={slot} names={text.kinds} />}
            {slot.dated && <DocumentDate slot={slot} />}
          </div>
        )}
        {text.findings.map((finding) => (
          <p key={finding} role="alert" className={`mb-3 max-w-form ${TONE_INK.refused}`}>
            {finding}
          </p>
        ))}
        <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {slot.sides.map(({ side, filled }) => {
            const sideLabel = side === "SINGLE" ? "" : t(`side.${side}`);
            const name = [title, sideLabel].filter(Boolean).join(" ");
            return <SlotSide key={side} {...{ slot, side, filled, sideLabel, name }} />;
          })}
        </div>
        <EarlierFiles slot={slot} title={title} />
      </Panel>
    </li>
  );
}
