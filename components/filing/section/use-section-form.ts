"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import {
  type DefaultValues,
  type FieldPath,
  type FieldValues,
  type RegisterOptions,
  type UseFormRegister,
  useForm,
} from "react-hook-form";
import { inPageOrder, isOnPage, type SummaryError } from "@/components/form/error-summary";
import { useAutosave } from "@/components/form/use-autosave";
import { useToast } from "@/components/ui/toast";
import type { SectionValue } from "@/lib/filing/application/draft-sections";
import type { ToldFinding } from "@/lib/messages/finding-text";
import type { StoredSection } from "@/lib/usecases/orders/read-draft-section";
import { useFindingWords } from "../text/use-finding-words";
import { type Codec, saveOf } from "./codec";
import { fetchStored } from "./conflict";
import { isKept, useFiledNotes } from "./filed-notes";
import { fetchJudge, judgeHere, useJudge } from "./judge-loader";
import type { PageView } from "./page-view";
import { retold } from "./retold";
import type { SectionActions, SectionState } from "./section-state";
import { shown } from "./shown";
import { useAfterPaint } from "./use-after-paint";

/**
 * One page of the form: quiet while first typed in, judged on "Continue" (the book in the browser first, then the
 * server with all facts), live from then on; saved all the while. Before the book has come, and when it cannot be had,
 * what the server found stands.
 */
export function useSectionForm<F extends FieldValues, V extends SectionValue>(
  view: PageView,
  codec: Codec<F, V>,
  { judge }: SectionActions,
  judgedAtOnce: boolean,
): SectionState<F> {
  const router = useRouter();
  const words = useFindingWords();
  const toast = useToast();
  const refused = useTranslations("errors");
  const url = `/api/orders/${view.order.id}/draft`;
  const form = useForm<F>({
    defaultValues: codec.toForm(view.value as V) as DefaultValues<F>,
    shouldFocusError: false,
  });
  const [initial] = useState(() => codec.toForm(view.value as V));
  const register = useCallback(
    (name: FieldPath<F>, options?: RegisterOptions<F>) => ({
      ...form.register(name, options),
      ...shown(initial, name),
    }),
    [form, initial],
  ) as UseFormRegister<F>;
  const [attempt, setAttempt] = useState(0);
  const [server, setServer] = useState(view.findings);
  const [errors, setErrors] = useState<readonly SummaryError[]>([]);
  const [advice, setAdvice] = useState(() => view.findings.filter(({ level }) => level !== "error"));
  const [leaving, setLeaving] = useState(false);
  const judged = useRef(judgedAtOnce);
  /** Something was to be judged before the book had come. */
  const awaited = useRef(false);
  const hasJudge = useJudge(view.section);

  const saver = useAutosave<SectionValue>({
    url,
    baseVersion: view.version,
    serialize: (value, baseVersion) => saveOf(view.section, baseVersion, value),
    // The router would show the old draft on Back otherwise.
    onSaved: () => router.refresh(),
  });

  /** Shows what stands against the values as they are; answers the errors. */
  const show = useCallback(
    (fromServer: readonly ToldFinding[]): readonly SummaryError[] => {
      const values = form.getValues();
      const judgePage = judgeHere(view.section);
      if (judgePage === undefined) {
        awaited.current = true;
        void fetchJudge(view.section);
      }
      const all = judgePage?.(view, codec.fromForm(values), words, fromServer) ?? fromServer;
      setAdvice(sameOr(all.filter(({ level }) => level !== "error")));
      if (!judged.current) return [];
      const found = all
        .filter(({ level, path }) => level === "error" && !isKept(view, path))
        .map(({ path, text }) => ({ name: inputOf(codec.nameOf(values, path)), message: text }));
      form.clearErrors();
      for (const name of new Set(found.map((error) => error.name))) {
        const messages = found.filter((error) => error.name === name).map((error) => error.message);
        if (name !== "") form.setError(name as FieldPath<F>, { type: "rule", message: messages.join(" ") });
      }
      const sorted = inPageOrder(found);
      setErrors(sameOr(sorted));
      return sorted;
    },
    [form, view, codec, words],
  );

  const judgeCame = useEffectEvent(() => {
    if (awaited.current) show(server);
    awaited.current = false;
  });
  useEffect(() => {
    if (hasJudge) judgeCame();
  }, [hasJudge]);

  // Another language: what was said before is said again in its words.
  const locale = useLocale();
  const spoken = useRef(locale);
  useEffect(() => {
    if (spoken.current === locale) return;
    spoken.current = locale;
    const again = retold(server, view.findings);
    setServer(again);
    show(again);
  }, [locale, server, view, show]);

  const soon = useAfterPaint();
  const heard = useEffectEvent((name: string | undefined) => {
    // Nameless is a reset: the form shows what the server has, there is nothing to save.
    if (name !== undefined) saver.change(codec.fromForm(form.getValues()));
    // What the server said of a field does not outlive a change of it.
    const kept = server.filter((finding) => codec.nameOf(form.getValues(), finding.path) !== name);
    if (kept.length !== server.length) setServer(kept);
    // What was typed is drawn first; several keys at once are judged once.
    soon(() => show(kept));
  });
  // Subscribed once: a list tells that a part came or went while the page is drawn anew, between two subscriptions.
  const { watch } = form;
  useEffect(() => {
    const subscription = watch((_values, { name }) => heard(name));
    return () => subscription.unsubscribe();
  }, [watch]);

  const take = (stored: StoredSection) => {
    form.reset(codec.toForm(stored.value as V) as DefaultValues<F>);
    saver.adopt(stored.version);
    show(server);
  };

  const opened = useRef(false);
  useEffect(() => {
    if (opened.current) return;
    opened.current = true;
    if (judgedAtOnce) show(view.findings);
    // The form has taken over what was typed before the page's script ran, but nobody was told of it.
    const typed = codec.fromForm(form.getValues());
    if (!same(typed, codec.fromForm(initial))) {
      saver.change(typed);
      show(view.findings);
    }
    // A page from the router's or the browser's cache may be older than the draft: the draft wins.
    void fetchStored(url, view.section).then((stored) => {
      if (stored === null || stored.version === view.version || saver.isDirty()) return;
      take(stored);
    });
  });

  const current = () => codec.fromForm(form.getValues());

  const pressed = useAfterPaint();
  const proceed = async () => {
    judged.current = true;
    // The button answers at once; judging a page takes longer than a press may.
    setLeaving(true);
    await new Promise<void>(pressed);
    if (judgeHere(view.section) === undefined) await fetchJudge(view.section);
    setAttempt((before) => before + 1);
    if (show([]).length > 0) return setLeaving(false);
    // Rows of what was filed meanwhile are new, though nothing was ticked.
    if (view.section === "filed") saver.change(current());
    let answer: Awaited<ReturnType<typeof judge>> | null = null;
    try {
      if (await saver.flush()) answer = await judge({ orderId: view.order.id, section: view.section });
    } catch (error) {
      // The network, or a server of another build, which the frame of the page tells apart and tells of.
      toast(refused("busy.text"), "refused");
      throw error;
    } finally {
      setLeaving(false);
    }
    if (answer === null) return;
    const found = answer.ok ? answer.value.findings : [];
    setServer(found);
    if (show(found).length > 0) {
      setAttempt((before) => before + 1);
      return;
    }
    router.push(view.next);
    router.refresh();
  };

  const recheck = async () => {
    const answer = await judge({ orderId: view.order.id, section: view.section });
    if (answer.ok) setServer(answer.value.findings);
    if (answer.ok) show(answer.value.findings);
  };

  return {
    notes: useFiledNotes(view, codec, form),
    form: { ...form, register },
    saver,
    errors,
    attempt,
    advice,
    leaving,
    proceed,
    recheck,
    take,
    current,
  };
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What says the same stays the same, so that a key that changes nothing draws nothing anew. */
const sameOr =
  <T>(next: T) =>
  (before: T): T =>
    same(before, next) ? before : next;

/** What belongs to no input of the page is said on top of it. */
const inputOf = (name: string | undefined): string => (name !== undefined && isOnPage(name) ? name : "");
