"use client";

import { Send } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { Checkbox } from "@/components/form/choices";
import { ErrorSummary } from "@/components/form/error-summary";
import { Form } from "@/components/form/form";
import { summaryErrors } from "@/components/form/form-errors";
import { FormField } from "@/components/form/form-field";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { DECLARATIONS, type DeclarationId } from "@/lib/filing/policy/declarations";
import type { Refusal } from "@/lib/filing/shared/refusal";
import { refusalText } from "@/lib/messages/refusal-text";
import type { Action } from "../actions";

type Props = {
  orderId: string;
  version: number;
  /** What still stands against it, and how many warnings are not marked as seen. */
  open: { findings: number; corrections: number; unread: number };
  submit: Action<{ round: number }>;
};

/** The declarations and the one button. */
export function SubmitForm({ orderId, version, open, submit }: Props) {
  const t = useTranslations("orders.check");
  const words = useTranslations("declarations");
  const errors = useTranslations("errors");
  const router = useRouter();
  const [refused, setRefused] = useState<Refusal | null>(null);
  const form = useForm<Record<DeclarationId, boolean>>({
    // Never ticked beforehand, and asked again with every round.
    defaultValues: { terms: false, privacy: false, truthful: false, commitment: false },
    shouldFocusError: false,
  });
  const { isSubmitting, submitCount } = form.formState;
  const left = open.findings + open.corrections;
  const blocked = left > 0;

  const send = form.handleSubmit(async (values) => {
    setRefused(null);
    const declarations = DECLARATIONS.filter(({ id }) => values[id]).map(({ id, version }) => ({
      id,
      version,
    }));
    const answer = await submit({ orderId, version, declarations });
    if (!answer.ok) {
      setRefused(answer.error);
      router.refresh();
      return;
    }
    router.push(`/console/orders/${orderId}`);
    router.refresh();
  });

  return (
    <FormProvider {...form}>
      <Form onSubmit={send} data-no-print className="flex flex-col gap-4">
        <ErrorSummary errors={summaryErrors(form.formState.errors)} attempt={submitCount} />
        {refused && (
          <Notice tone="refused" role="alert" title={errors(`${refused.code}.title`)}>
            {refusalText(errors, refused)}
          </Notice>
        )}
        <Panel title={t("declarations")} description={t("declarationsText")}>
          <div className="flex flex-col gap-4">
            {DECLARATIONS.map(({ id, version, page }) => (
              <FormField key={id} name={id} label={words(`${id}.${version}.title`)} group>
                <Checkbox
                  {...form.register(id, { validate: (value) => value || words(`error.${id}`) })}
                  label={words.rich(`${id}.${version}.text`, {
                    page: (chunks) => (
                      <a href={page ?? ""} target="_blank" rel="noreferrer" className="link">
                        {chunks}
                      </a>
                    ),
                  })}
                />
              </FormField>
            ))}
          </div>
          <div className="mt-6 flex flex-wrap items-center justify-between gap-4 border-t border-line pt-4">
            <p className={blocked ? "font-semibold text-tone-refused" : "text-muted"}>
              {blocked ? t(open.corrections > 0 ? "openCorrections" : "openFindings") : t("ready")}
              {!blocked && open.unread > 0 && (
                <span className="block">{t("unread", { count: open.unread })}</span>
              )}
            </p>
            <Button
              type="submit"
              variant="primary"
              size="large"
              icon={<Send aria-hidden />}
              disabled={blocked}
              loading={isSubmitting}
            >
              {blocked ? t("submitBlocked", { count: left }) : t("submit")}
            </Button>
          </div>
        </Panel>
      </Form>
    </FormProvider>
  );
}
