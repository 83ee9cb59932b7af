"use client";

import { Lock as LockIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useMemo } from "react";
import { type FieldValues, type UseFormReturn, useWatch } from "react-hook-form";
import type { FieldNote } from "@/components/form/field-context";
import type { SectionValue } from "@/lib/filing/application/draft-sections";
import type { Codec } from "./codec";
import type { PageChange, PageView } from "./page-view";

type Notes = (name: string) => FieldNote | undefined;

/** Of a change: what is filed, beside every field that says something else, and in place of those that cannot. */
export function useFiledNotes<F extends FieldValues, V extends SectionValue>(
  { change }: PageView,
  codec: Codec<F, V>,
  form: UseFormReturn<F>,
): Notes | undefined {
  const filed = useMemo(
    () => (change === null || change.filed === null ? null : codec.toForm(change.filed as V)),
    [change, codec],
  );
  const notes = useCallback<Notes>(
    (name) => {
      if (change === null) return undefined;
      const here = pathsOf(change).filter((path) => codec.nameOf(form.getValues(), path) === name);
      const text = here.flatMap((path) => change.texts[path] || []).join(" – ");
      const lock = here.map((path) => change.locks[path]).find(Boolean);
      if (lock !== undefined) return { locked: <Locked text={text} reason={lock} /> };
      const [first] = here;
      const before = filed !== null && first !== undefined ? codec.nameOf(filed, first) : undefined;
      // A part that came with the change has nothing filed to be compared with.
      if (filed === null || before === undefined) return undefined;
      const names = groupOf(name);
      const was = groupOf(before).map((one) => valueAt(filed, one));
      return { below: <Filed names={names} was={was} text={text} /> };
    },
    [change, codec, form, filed],
  );
  return change === null ? undefined : notes;
}

/** What a change leaves as it is filed cannot be mended on its page. */
export const isKept = ({ change }: PageView, path: string): boolean =>
  change?.locks[path]?.startsWith("other-part") === true;

const pathsOf = ({ texts, locks }: PageChange): readonly string[] => [
  ...new Set([...Object.keys(texts), ...Object.keys(locks)]),
];

/** The dates of a document are one group of three inputs. */
const groupOf = (name: string): readonly string[] => {
  const dates = /^(.*)(cert|id)ValidTo$/.exec(name);
  return dates === null
    ? [name]
    : ["ValidFrom", "ValidTo", "LongTerm"].map((end) => `${dates[1]}${dates[2]}${end}`);
};

const valueAt = (form: unknown, name: string): unknown =>
  name.split(".").reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], form);

function Locked({ text, reason }: { text: string; reason: string }) {
  const t = useTranslations("sections.change");
  return (
    <>
      <p className="min-h-9 break-words text-form md:pt-1.5">{text || t("empty")}</p>
      <p className="flex items-start gap-1.5 text-muted">
        <LockIcon aria-hidden className="mt-[3px] size-4 shrink-0" />
        <span className="min-w-0">{t(`lock.${reason}` as never)}</span>
      </p>
    </>
  );
}

function Filed({ names, was, text }: { names: readonly string[]; was: readonly unknown[]; text: string }) {
  const t = useTranslations("sections.change");
  const now = useWatch({ name: [...names] });
  if (plain(now) === plain(was)) return null;
  return (
    <p className="break-words text-tone-you" data-filed>
      {t("filed", { value: text || t("empty") })}
    </p>
  );
}

/** Lists chosen in another order say the same. */
const plain = (values: readonly unknown[]): string =>
  JSON.stringify(values.map((value) => (isWords(value) ? [...value].sort() : value)));
const isWords = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === "string");
