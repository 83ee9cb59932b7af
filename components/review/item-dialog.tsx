"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { WordsField } from "@/components/form/words-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TemplateList } from "./template-list";
import { findReasons } from "./templates";
import type { BenchItem, BenchReason, BenchTemplate, TemplateActions } from "./types";

type Props = {
  item: BenchItem;
  reasons: readonly BenchReason[];
  templates: readonly BenchTemplate[];
  templateActions: TemplateActions;
  mayShare: boolean;
  isNew: boolean;
  onSave: (item: BenchItem) => void;
  onClose: () => void;
};

/** One item of a rejection: why, and what to do about it. The catalogue's own words are the default. */
export function ItemDialog(props: Props) {
  const { item, reasons, templates, templateActions, mayShare, isNew, onSave, onClose } = props;
  const t = useTranslations("review.bench");
  const common = useTranslations("common");
  const ids = { search: useId(), suggestion: useId() };
  const [draft, setDraft] = useState(item);
  const [term, setTerm] = useState("");
  const listed = findReasons(reasons, templates, term);
  const chosen = reasons.find(({ code }) => code === draft.code);
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t(isNew ? "addItem" : "editItem")}
      description={`${t("target")}: ${draft.targetLabel}`}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button variant="primary" disabled={chosen === undefined} onClick={() => onSave(draft)}>
            {common("save")}
          </Button>
        </>
      }
    >
      <label htmlFor={ids.search} className="mb-1 block font-semibold">
        {t("reason")}
      </label>
      <input
        id={ids.search}
        value={term}
        onChange={(event) => setTerm(event.target.value)}
        placeholder={t("reasonSearch")}
        className="h-9 w-full rounded-control border border-control bg-surface px-3 text-base text-text"
      />
      <fieldset className="mt-2 max-h-56 overflow-y-auto rounded-control border border-line">
        <legend className="sr-only">{t("reason")}</legend>
        {listed.map(({ code, name }) => (
          <label
            key={code}
            className="flex cursor-pointer items-start gap-2 border-b border-line px-3 py-2 last:border-0 has-checked:bg-accent-wash"
          >
            <input
              type="radio"
              name="reason"
              value={code}
              checked={draft.code === code}
              onChange={() => setDraft({ ...draft, code })}
              className="mt-1 accent-accent"
            />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
      <div className="mt-4">
        <WordsField
          id={ids.suggestion}
          label={t("suggestion")}
          hint={chosen && t("suggestionHint", { text: chosen.suggestion })}
          value={draft.suggestion}
          onChange={(suggestion) => setDraft({ ...draft, suggestion })}
        />
      </div>
      {chosen && (
        <TemplateList
          key={chosen.code}
          item={draft}
          templates={templates}
          mayShare={mayShare}
          actions={templateActions}
          onText={(suggestion) => setDraft({ ...draft, suggestion })}
        />
      )}
    </Dialog>
  );
}
