"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { Checkbox } from "@/components/form/choices";
import { ErrorSummary } from "@/components/form/error-summary";
import { Form } from "@/components/form/form";
import { summaryErrors } from "@/components/form/form-errors";
import { FormField } from "@/components/form/form-field";
import { TextInput } from "@/components/form/text-input";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { FilingPassword } from "@/lib/filing/policy/types";
import type { CancelTarget } from "@/lib/filing/registry/cancel-input";
import { isSameNumber } from "@/lib/filing/registry/same-number";
import type { Refusal } from "@/lib/filing/shared/refusal";
import { refusalText } from "@/lib/messages/refusal-text";
import type { AskedLead } from "@/lib/usecases/cancel/get-cancellation";
import type { Action } from "../actions";
import { type CancelFields, LeadCode } from "./lead-code";
import { PasswordField } from "./password-field";

interface Props {
  target: CancelTarget;
  /** Filing numbers to be copied, in the order of the use case. */
  numbers: readonly string[];
  leads: readonly AskedLead[];
  leavesShell: boolean;
  /** Whether the authority's filing password is asked for, and of which province. */
  password: FilingPassword;
  province: string;
  send: Action;
  start: Action<{ orderId: string }>;
}

/** The typed number, the codes of whoever answers for it, and the ticks: then it is gone for good. */
export function CancelForm(props: Props) {
  const { target, numbers, leads, leavesShell, password, province, send, start } = props;
  const t = useTranslations("cancel.form");
  const errors = useTranslations("errors");
  const router = useRouter();
  const [refused, setRefused] = useState<string | null>(null);
  const form = useForm<CancelFields>({
    shouldFocusError: false,
    defaultValues: {
      typed: numbers.map(() => ""),
      codes: leads.map(({ personId, ways }) => ({
        personId,
        channel: ways[0]?.channel ?? "PHONE",
        code: "",
      })),
      understood: false,
      lastService: false,
      password: "",
    },
  });
  const { register, formState, handleSubmit, setError } = form;
  const say = (reason: string) => errors(`reason.cancel.${reason}`);

  /** What the server refuses lands on its field where it has one. */
  const show = (refusal: Refusal): void => {
    const { path, fields } = refusal;
    if (fields !== undefined)
      for (const one of fields) setError(one.path as "typed.0", { message: errors(`reason.${one.reason}`) });
    else if (path?.startsWith("codes.") === true) {
      const at = leads.findIndex(({ personId }) => path === `codes.${personId}`);
      setError(`codes.${Math.max(0, at)}.code`, { message: refusalText(errors, refusal) });
    } else if (path === "password") setError("password", { message: refusalText(errors, refusal) });
    else setRefused(refusalText(errors, refusal));
  };
  const submit = handleSubmit(async ({ password: typed, ...values }) => {
    setRefused(null);
    const given = typed.trim() === "" ? {} : { password: typed.trim() };
    const answer = await start({ ...target, ...values, ...given }).catch(() => null);
    if (answer === null) return setRefused(errors("busy.text"));
    if (answer.ok) return router.push(`/console/orders/${answer.value.orderId}`);
    show(answer.error);
  });
  const wrong = summaryErrors(formState.errors);
  return (
    <FormProvider {...form}>
      <Form onSubmit={(event) => void submit(event)} className="flex flex-col gap-6">
        <ErrorSummary errors={wrong} attempt={formState.submitCount} />
        {refused !== null && (
          <Notice tone="refused" role="alert">
            {refused}
          </Notice>
        )}
        {numbers.map((number, index) => (
          <FormField
            key={number}
            name={`typed.${index}`}
            label={t("number")}
            hint={t.rich("numberHint", {
              number: () => <span className="font-mono font-semibold break-all text-ink">{number}</span>,
            })}
            stacked
          >
            <TextInput
              mono
              maxLength={60}
              autoComplete="off"
              spellCheck={false}
              {...register(`typed.${index}`, {
                validate: (typed) => isSameNumber(typed, number) || say("number-differs"),
              })}
            />
          </FormField>
        ))}
        {password !== "none" && <PasswordField asked={password} province={province} />}
        {leads.map((lead, index) => (
          <LeadCode key={lead.personId} {...{ lead, index, target, send }} />
        ))}
        {leads.length > 0 && (
          <p className="text-muted">
            {t.rich("gone", {
              manual: (text) => (
                <Link href={`/console/filings/${target.entityId}/manual`} className="link">
                  {text}
                </Link>
              ),
            })}
          </p>
        )}
        {leavesShell && (
          <FormField name="lastService" label={t("lastServiceLabel")} group stacked>
            <Checkbox
              {...register("lastService", { validate: (ticked) => ticked || say("last-service") })}
              label={t("lastService")}
            />
          </FormField>
        )}
        <FormField name="understood" label={t("understoodLabel")} group stacked>
          <Checkbox
            {...register("understood", { validate: (ticked) => ticked || say("not-understood") })}
            label={t(`understood.${target.type}`)}
          />
        </FormField>
        <div>
          <Button type="submit" variant="danger" size="large" loading={formState.isSubmitting}>
            {t(`submit.${target.type}`)}
          </Button>
        </div>
      </Form>
    </FormProvider>
  );
}
