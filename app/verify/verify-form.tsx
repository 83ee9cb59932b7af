"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { ErrorSummary } from "@/components/form/error-summary";
import { Form } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { TextInput } from "@/components/form/text-input";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { refusalText } from "@/lib/messages/refusal-text";
import { resendAction, verifyAction } from "./actions";
import { type Outcome, OutcomeNotice } from "./outcome-notice";
import { type VerifyInput, verifySchema } from "./schema";

const FIELDS = ["phone", "tail", "code"] as const;

/** Phone, document tail and code; below it the way to a new code. */
export function VerifyForm() {
  const t = useTranslations("verify");
  const errors = useTranslations("errors");
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [resending, setResending] = useState(false);
  const form = useForm<VerifyInput>({
    resolver: zodResolver(verifySchema),
    defaultValues: { phone: "", tail: "", code: "" },
    shouldFocusError: false,
  });
  const { isSubmitting, submitCount } = form.formState;
  const messageOf = (name: (typeof FIELDS)[number]) =>
    form.formState.errors[name] ? t(`error.${name}`) : undefined;
  const problems = FIELDS.flatMap((name) => {
    const message = messageOf(name);
    return message === undefined ? [] : [{ name, message }];
  });

  const submit = form.handleSubmit(
    async (input) => {
      setOutcome(null);
      const answer = await verifyAction(input);
      if (!answer.ok) return setOutcome({ kind: "refused", text: refusalText(errors, answer.error) });
      setOutcome({ kind: "verify", value: answer.value });
      if (answer.value !== "no_record") form.reset();
    },
    () => setOutcome(null),
  );

  const resend = async () => {
    setOutcome(null);
    if (!(await form.trigger(["phone", "tail"]))) return;
    setResending(true);
    const { phone, tail } = form.getValues();
    const answer = await resendAction({ phone, tail });
    setResending(false);
    setOutcome(
      answer.ok
        ? { kind: "resend", value: answer.value }
        : { kind: "refused", text: refusalText(errors, answer.error) },
    );
  };

  return (
    <Form onSubmit={submit} className="flex flex-col gap-6">
      <ErrorSummary errors={problems} attempt={submitCount} />
      <OutcomeNotice outcome={outcome} />
      <Panel>
        <div className="flex flex-col gap-6 py-2">
          <FormField name="phone" label={t("phone")} hint={t("phoneHint")} error={messageOf("phone")} stacked>
            <TextInput
              {...form.register("phone")}
              width="medium"
              mono
              type="tel"
              inputMode="tel"
              autoComplete="tel-national"
            />
          </FormField>
          <FormField name="tail" label={t("tail")} hint={t("tailHint")} error={messageOf("tail")} stacked>
            <TextInput
              {...form.register("tail")}
              width="short"
              mono
              maxLength={12}
              autoCapitalize="characters"
            />
          </FormField>
          <FormField name="code" label={t("code")} error={messageOf("code")} stacked>
            <TextInput
              {...form.register("code")}
              width="short"
              mono
              maxLength={12}
              inputMode="numeric"
              autoComplete="one-time-code"
            />
          </FormField>
          <div>
            <Button type="submit" variant="primary" size="large" loading={isSubmitting}>
              {t("submit")}
            </Button>
          </div>
        </div>
      </Panel>
      <section id="resend" className="flex scroll-mt-20 flex-col items-start gap-2">
        <h2 className="text-h3">{t("resend.title")}</h2>
        <p className="text-muted">{t("resend.text")}</p>
        <Button className="mt-1" loading={resending} onClick={() => void resend()}>
          {t("resend.action")}
        </Button>
      </section>
    </Form>
  );
}
