"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { WordsField } from "@/components/form/words-field";
import { Button } from "@/components/ui/button";
import { ANSWER_LENGTH } from "@/lib/filing/application/answer-length";

type Props = {
  text: string;
  pending: boolean;
  save: (text: string) => void;
  close: () => void;
};

/** The applicant's own words on an item he does not mend, or not as asked. */
export function ExplainForm({ text, pending, save, close }: Props) {
  const t = useTranslations("orders.corrections");
  const common = useTranslations("common");
  const id = useId();
  const [words, setWords] = useState(text);
  const [short, setShort] = useState(false);
  const submit = () => {
    const tooShort = [...words.trim()].length < ANSWER_LENGTH.explained;
    setShort(tooShort);
    if (!tooShort) save(words.trim());
  };
  return (
    <div className="w-full">
      <WordsField
        id={id}
        label={t("explainLabel")}
        most={ANSWER_LENGTH.most}
        value={words}
        onChange={setWords}
        error={short ? t("explainShort") : undefined}
        hint={t("explainHint")}
      />
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="small" variant="primary" loading={pending} onClick={submit}>
          {t("explainSave")}
        </Button>
        <Button size="small" variant="quiet" onClick={close}>
          {common("cancel")}
        </Button>
      </div>
    </div>
  );
}
