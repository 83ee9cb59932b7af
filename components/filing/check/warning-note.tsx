"use client";

import { Check } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useId, useState } from "react";
import { WordsField } from "@/components/form/words-field";
import { Button } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";
import { useToast } from "@/components/ui/toast";
import { refusalText } from "@/lib/messages/refusal-text";
import type { Action } from "../actions";

/** A pause this long in typing is a sentence worth keeping. */
const PAUSE_MS = 1000;

type Props = {
  orderId: string;
  rule: string;
  path: string;
  /** Null: not acknowledged yet; empty: acknowledged without a word. */
  note: string | null;
  acknowledge: Action;
};

/** A warning is seen: the mark of it, and a word to the reviewer, kept while it is typed. */
export function WarningNote({ orderId, rule, path, note, acknowledge }: Props) {
  const t = useTranslations("orders.check.note");
  const errors = useTranslations("errors");
  const toast = useToast();
  const router = useRouter();
  const id = useId();
  const [saved, setSaved] = useState(note);
  const [text, setText] = useState(note ?? "");
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);

  const save = useCallback(
    async (words: string) => {
      setBusy(true);
      const answer = await acknowledge({ orderId, rule, path, note: words });
      setBusy(false);
      if (!answer.ok) return toast(refusalText(errors, answer.error), "refused");
      setSaved(words);
      router.refresh();
    },
    [acknowledge, orderId, rule, path, toast, errors, router],
  );

  const dirty = open && text !== (saved ?? "");
  useEffect(() => {
    if (!dirty) return;
    const timer = setTimeout(() => void save(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [dirty, text, save]);

  return (
    <div data-no-print className="mt-1.5 mb-2 flex flex-col items-start gap-2">
      {!open && saved && <p className="border-l-2 border-line pl-3 whitespace-pre-line">{saved}</p>}
      {open && (
        <div className="w-full max-w-xl">
          <WordsField
            id={id}
            label={t("label")}
            rows={2}
            value={text}
            onChange={setText}
            onBlur={() => dirty && void save(text)}
          >
            <p role="status" className="text-small text-muted">
              {t(busy || dirty ? "saving" : saved === null ? "optional" : "saved")}
            </p>
          </WordsField>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {saved === null ? (
          <Button
            size="small"
            loading={busy && !open}
            icon={<Check aria-hidden />}
            onClick={() => void save(text)}
          >
            {t("acknowledge")}
          </Button>
        ) : (
          <Tag tone="done">{t("acknowledged")}</Tag>
        )}
        <Button size="small" variant="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? "close" : saved ? "edit" : "write")}
        </Button>
      </div>
    </div>
  );
}
