"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { FormField } from "@/components/form/form-field";
import { TextInput } from "@/components/form/text-input";
import { Button } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";
import { isMobile } from "@/lib/filing/application/identifiers/mobile-cn";
import { plainPhone } from "@/lib/filing/application/normalise";
import { refusalText } from "@/lib/messages/refusal-text";
import type { Action, Answer } from "../actions";

type State = { state: "sent" | "proven" };

/** What proving numbers needs on the page of people. */
export interface PhoneProofs {
  readonly orderId: string;
  /** Numbers proven so far: a number typed back is proven again, and so is another lead's who has the same. */
  readonly proven: ReadonlySet<string>;
  /** Saves what was typed: the server sends the code to the number that stands in the draft. */
  readonly save: () => Promise<boolean>;
  readonly send: Action<State>;
  readonly confirm: Action<State>;
  readonly onProven: (phone: string) => void;
}

/** Below contact 1 of a lead: whether the number is proven, and the code that proves it. */
export function PhoneProof({
  name,
  personId,
  typed,
  proofs: { orderId, proven, save, send, confirm, onProven },
}: {
  /** Names the field of the code; nothing is stored under it. */
  name: string;
  personId: string;
  typed: string;
  proofs: PhoneProofs;
}) {
  const t = useTranslations("phoneProof");
  const errors = useTranslations("errors");
  const phone = plainPhone(typed);
  const [sentTo, setSentTo] = useState("");
  const [code, setCode] = useState("");
  const [busy, setBusy] = useState<Action<State>>();
  const [failed, setFailed] = useState<{ phone: string; text: string }>();
  const input = useRef<HTMLInputElement>(null);
  const status = useRef<HTMLParagraphElement>(null);
  const isProven = proven.has(phone);
  const isAsked = sentTo === phone && !isProven;
  // Whoever pressed a button that goes away carries on at what came instead.
  const moved = useRef(false);
  useEffect(() => {
    if (!moved.current || !(isProven || isAsked)) return;
    moved.current = false;
    (isProven ? status : input).current?.focus();
  }, [isProven, isAsked]);
  if (!isMobile(phone)) return null;

  const say = (answer: Answer<State> | null): string | undefined => {
    if (answer === null) return t("unreachable");
    if (answer.ok) return undefined;
    const { code: kind, params } = answer.error;
    return kind === "too_many"
      ? t("wait", { minutes: Math.ceil(Number(params?.seconds ?? 60) / 60) })
      : refusalText(errors, answer.error);
  };
  const run = async (action: Action<State>, more: { code?: string }) => {
    if (busy) return;
    setBusy(() => action);
    setFailed(undefined);
    const answer = await save()
      .then((saved) => (saved ? action({ orderId, personId, ...more }) : null))
      .catch(() => null);
    setBusy(undefined);
    const text = say(answer);
    if (text !== undefined) return setFailed({ phone, text });
    if (!answer?.ok) return;
    moved.current = answer.value.state === "proven" || !isAsked;
    if (answer.value.state === "proven") return onProven(phone);
    setCode("");
    setSentTo(phone);
    input.current?.focus();
  };
  const error = failed?.phone === phone ? failed.text : undefined;
  const sendIt = (
    <Button size="small" loading={busy === send} onClick={() => void run(send, {})}>
      {t(isAsked ? "again" : "send")}
    </Button>
  );
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <p role="status" ref={status} tabIndex={-1}>
          <Tag tone={isProven ? "done" : "neutral"}>{t(isProven ? "proven" : "unproven")}</Tag>
        </p>
        {!isProven && !isAsked && sendIt}
      </div>
      {error && !isAsked && (
        <p role="alert" className="font-semibold text-tone-refused">
          {error}
        </p>
      )}
      {isAsked && (
        <FormField name={name} label={t("code")} hint={t("sent", { phone })} error={error} stacked>
          <div className="flex flex-wrap items-center gap-2">
            <TextInput
              ref={input}
              width="short"
              mono
              inputMode="numeric"
              maxLength={12}
              autoComplete="one-time-code"
              value={code}
              onChange={(event) => setCode(event.target.value)}
              onKeyDown={(event) => {
                // Enter sends the code, not the page around it.
                if (event.key !== "Enter") return;
                event.preventDefault();
                void run(confirm, { code });
              }}
            />
            <Button loading={busy === confirm} onClick={() => void run(confirm, { code })}>
              {t("confirm")}
            </Button>
            {sendIt}
          </div>
          <p className="text-muted">{t("help")}</p>
        </FormField>
      )}
    </>
  );
}
