"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { RadioGroup } from "@/components/form/choices";
import { ErrorSummary } from "@/components/form/error-summary";
import { Form } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { TextInput } from "@/components/form/text-input";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { CALLBACK_TIMES } from "@/lib/filing/lifecycle/types";
import { refusalText } from "@/lib/messages/refusal-text";
import { CallbackRequest } from "@/lib/usecases/callbacks/form";
import { requestCallbackByLinkAction } from "./actions";

const FIELDS = ["digits", "when"] as const;

/** The last digits of the number that was called, and when it will be answered. */
export function CallbackForm({ token }: { token: string }) {
  const t = useTranslations("callback");
  const errors = useTranslations("errors");
  const router = useRouter();
  const [refused, setRefused] = useState<string | null>(null);
  const form = useForm<CallbackRequest>({
    resolver: zodResolver(CallbackRequest),
    defaultValues: { digits: "", when: "any" },
    shouldFocusError: false,
  });
  const { isSubmitting, submitCount } = form.formState;
  const messageOf = (name: (typeof FIELDS)[number]) => {
    const error = form.formState.errors[name];
    // What the server found out has a sentence already; what the schema found is said by ours.
    return error && (error.type === "server" ? error.message : t(`error.${name}`));
  };
  const problems = FIELDS.flatMap((name) => {
    const message = messageOf(name);
    return message === undefined ? [] : [{ name, message }];
  });
  const submit = form.handleSubmit(async (input) => {
    setRefused(null);
    const answer = await requestCallbackByLinkAction({ ...input, token });
    if (!answer.ok) return setRefused(refusalText(errors, answer.error));
    if (answer.value.outcome === "wrong")
      return form.setError("digits", {
        type: "server",
        message: t("error.wrong", { left: answer.value.left }),
      });
    router.refresh();
  });
  return (
    <Form onSubmit={submit} className="flex flex-col gap-6">
      <ErrorSummary errors={problems} attempt={submitCount} />
      {refused !== null && (
        <Notice tone="refused" role="alert">
          {refused}
        </Notice>
      )}
      <Panel>
        <div className="flex flex-col gap-6 py-2">
          <FormField
            name="digits"
            label={t("digits")}
            hint={t("digitsHint")}
            error={messageOf("digits")}
            stacked
          >
            <TextInput
              {...form.register("digits")}
              width="short"
              mono
              inputMode="numeric"
              maxLength={4}
              autoComplete="off"
            />
          </FormField>
          <FormField name="when" label={t("whenLabel")} error={messageOf("when")} group stacked>
            <RadioGroup
              {...form.register("when")}
              defaultValue="any"
              look="plain"
              options={CALLBACK_TIMES.map((value) => ({
                value,
                label: t(`when.${value}.label`),
                hint: t(`when.${value}.hint`),
              }))}
            />
          </FormField>
          <div>
            <Button type="submit" variant="primary" size="large" loading={isSubmitting}>
              {t("submit")}
            </Button>
          </div>
        </div>
      </Panel>
    </Form>
  );
}
