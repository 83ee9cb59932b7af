"use client";

import { Check, MessageSquareText } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useOptimistic, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { useToast } from "@/components/ui/toast";
import { wayOutOf } from "@/lib/filing/guide/obstacle-slug";
import { refusalText } from "@/lib/messages/refusal-text";
import type { CorrectionAnswer } from "@/lib/usecases/orders/document/correction-answer";
import type { CorrectionView } from "@/lib/usecases/orders/views/corrections";
import type { Action } from "../actions";
import { AnswerFiles } from "./answer-files";
import { CorrectionWords } from "./correction-sheet";
import { ExplainForm } from "./explain-form";

type Props = { orderId: string; item: CorrectionView; answer: Action; withLink?: boolean };

/** One thing to correct: what, how, where, and the applicant's answer: mended, or explained in words, with pictures. */
export function CorrectionItem({ orderId, item, answer, withLink }: Props) {
  const t = useTranslations("orders.corrections");
  const reasons = useTranslations("rejections");
  const errors = useTranslations("errors");
  const toast = useToast();
  const router = useRouter();
  const [pending, start] = useTransition();
  const [given, setGiven] = useOptimistic(item.answer);
  const [writing, setWriting] = useState(false);
  // Every item has the same buttons: heard alone, they say of which they are.
  const what = useId();
  const wayOut = wayOutOf(item.code);
  const say = (next: CorrectionAnswer | null) =>
    start(async () => {
      setGiven(next);
      const result = await answer({ orderId, correctionId: item.id, answer: next });
      if (result.ok) setWriting(false);
      else toast(refusalText(errors, result.error), "refused");
      router.refresh();
    });
  const fixed = given?.kind === "fixed";
  const explained = given?.kind === "explained";
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 basis-64">
        <CorrectionWords
          id={what}
          done={fixed}
          name={reasons(`${item.code}.name` as never)}
          why={item.suggestion ?? reasons(`${item.code}.suggestion` as never)}
        />
        {wayOut !== null && (
          <Link href={wayOut} className="link inline-flex min-h-7 items-center">
            {t("wayOut")}
          </Link>
        )}
        {explained && !writing && (
          <p className="mt-1 border-l-2 border-line pl-3 whitespace-pre-line">
            {t("yourAnswer", { text: given.text })}
          </p>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {withLink && (
          <Link href={item.href} className="link inline-flex min-h-7 items-center px-1">
            {t("change")}
          </Link>
        )}
        {!explained && (
          <Button
            size="small"
            aria-describedby={`${what} ${what}-why`}
            aria-pressed={fixed}
            loading={pending && !writing}
            onClick={() => say(fixed ? null : { kind: "fixed", text: "" })}
            variant={fixed ? "quiet" : "secondary"}
            icon={<Check aria-hidden />}
          >
            {t(fixed ? "done" : "markDone")}
          </Button>
        )}
        {!fixed && !writing && (
          <Button
            size="small"
            aria-describedby={`${what} ${what}-why`}
            variant="quiet"
            icon={<MessageSquareText aria-hidden />}
            onClick={() => setWriting(true)}
          >
            {t(explained ? "explainAgain" : "explain")}
          </Button>
        )}
        {explained && !writing && (
          <Button size="small" variant="quiet" loading={pending} onClick={() => say(null)}>
            {t("takeBack")}
          </Button>
        )}
      </div>
      {writing && (
        <ExplainForm
          text={given?.text ?? ""}
          pending={pending}
          save={(text) => say({ kind: "explained", text })}
          close={() => setWriting(false)}
        />
      )}
      <AnswerFiles
        {...{ orderId, item }}
        name={reasons(`${item.code}.name` as never)}
        open={writing || given !== null}
      />
    </li>
  );
}
