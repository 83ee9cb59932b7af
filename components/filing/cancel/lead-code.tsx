"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { RadioGroup } from "@/components/form/choices";
import { FormField } from "@/components/form/form-field";
import { TextInput } from "@/components/form/text-input";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { CancelTarget, StartCancellation } from "@/lib/filing/registry/cancel-input";
import { refusalText } from "@/lib/messages/refusal-text";
import type { AskedLead } from "@/lib/usecases/cancel/get-cancellation";
import type { Action } from "../actions";

/** What is typed into the form; the target is not. */
export type CancelFields = {
  typed: string[];
  codes: StartCancellation["codes"][number][];
  understood: boolean;
  lastService: boolean;
  password: string;
};

interface Props {
  lead: AskedLead;
  /** His place among those asked. */
  index: number;
  target: CancelTarget;
  send: Action;
}

/** One lead's code: on which way it goes to him, and what he says it is. */
export function LeadCode({ lead: { personId, name, ways }, index, target, send }: Props) {
  const t = useTranslations("cancel.form");
  const errors = useTranslations("errors");
  const { clearErrors, control, register, setFocus } = useFormContext<CancelFields>();
  const channel = useWatch({ control, name: `codes.${index}.channel` });
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<{ ok: boolean; text: string } | null>(null);
  const way = ways.find((one) => one.channel === channel);
  if (way === undefined)
    return (
      <Notice tone="refused" title={t("unreachable", { name })}>
        {t.rich("unreachableText", {
          manual: (text) => (
            <Link href={`/console/filings/${target.entityId}/manual`} className="link">
              {text}
            </Link>
          ),
        })}
      </Notice>
    );

  const ask = async () => {
    setBusy(true);
    const answer = await send({ ...target, personId, channel }).catch(() => null);
    setBusy(false);
    if (answer === null) return setTold({ ok: false, text: errors("busy.text") });
    if (!answer.ok) {
      const { code, params } = answer.error;
      const minutes = Math.ceil(Number(params?.seconds ?? 60) / 60);
      return setTold({
        ok: false,
        text: code === "too_many" ? t("wait", { minutes }) : refusalText(errors, answer.error),
      });
    }
    setTold({ ok: true, text: t("sent", { to: way.to }) });
    // It may say that there is no code yet.
    clearErrors(`codes.${index}.code`);
    setFocus(`codes.${index}.code`);
  };
  return (
    <fieldset className="flex flex-col gap-4 border-t border-line pt-5">
      <legend className="sr-only">{t("lead", { name })}</legend>
      <p className="font-semibold">{t("lead", { name })}</p>
      {ways.length > 1 && (
        <FormField name={`codes.${index}.channel`} label={t("channel")} group stacked>
          <RadioGroup
            {...register(`codes.${index}.channel`)}
            options={ways.map((one) => ({
              value: one.channel,
              label: t(`way.${one.channel}`, { to: one.to }),
            }))}
            look="plain"
          />
        </FormField>
      )}
      {channel === "EMAIL" && <p className="text-muted">{t("emailOnlyHere")}</p>}
      <FormField
        name={`codes.${index}.code`}
        label={t("code")}
        hint={ways.length > 1 ? undefined : t(`way.${channel}`, { to: way.to })}
        stacked
      >
        <div className="flex flex-wrap items-center gap-2">
          <TextInput
            width="short"
            mono
            inputMode="numeric"
            maxLength={12}
            autoComplete="one-time-code"
            {...register(`codes.${index}.code`, {
              validate: (code) => code.trim() !== "" || errors("reason.cancel.code-none"),
            })}
          />
          <Button loading={busy} onClick={() => void ask()}>
            {t(told?.ok ? "again" : "send")}
          </Button>
        </div>
        <p
          role="status"
          className={told !== null && !told.ok ? "font-semibold text-tone-refused" : "text-muted"}
        >
          {told?.text}
        </p>
      </FormField>
    </fieldset>
  );
}
