"use client";

import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import type { SlotsView } from "@/lib/usecases/materials/list-slots";
import { ConsentDialog, type ConsentText } from "./consent-dialog";
import { DeskContext } from "./desk-context";
import { FileBoard } from "./file-board";
import { Slot, type SlotText } from "./slot";
import { type GiveConsent, useDeskState } from "./use-desk";
import { useFileInput } from "./use-file-input";

type Props = {
  view: SlotsView;
  texts: readonly SlotText[];
  consents: readonly ConsentText[];
  samples: boolean;
  giveConsent: GiveConsent;
};

/** Every document the order asks for: whose, why, an example, what is there, and the ways to put files in. */
export function MaterialSlots({ view, texts, consents, samples, giveConsent }: Props) {
  const t = useTranslations("slots");
  const { desk, consent, ...rest } = useDeskState(view, samples, giveConsent);
  useFileInput(view.editable, desk.put, rest.addToTray);
  if (view.slots.length === 0) return <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>;
  const names = new Map(
    view.slots.map(({ code, subject, subjectLabel }, index) => [
      `${code}:${subject}`,
      [texts[index]?.name, subjectLabel].filter(Boolean).join(" · "),
    ]),
  );
  const asked = consents.find(({ kind }) => kind === consent.asking);
  return (
    <DeskContext value={desk}>
      {view.editable && <FileBoard {...rest} names={names} />}
      <ul className="flex flex-col gap-4">
        {view.slots.map((slot, index) => {
          const text = texts[index];
          return text === undefined ? null : (
            <Slot key={`${slot.code}:${slot.subject}`} slot={slot} text={text} />
          );
        })}
      </ul>
      {asked && (
        <ConsentDialog key={asked.kind} text={asked} onAgree={consent.agree} onDecline={consent.decline} />
      )}
    </DeskContext>
  );
}
