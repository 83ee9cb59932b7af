"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { RadioGroup } from "@/components/form/choices";
import { DateInput } from "@/components/form/dates";
import { ErrorSummary } from "@/components/form/error-summary";
import { Form } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { SectionLayout } from "@/components/form/section-layout";
import { TextArea } from "@/components/form/text-input";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import {
  effectiveFrom,
  type PolicyChangeInput,
  PolicyChangeInput as Schema,
} from "@/lib/filing/policy/change";
import { settingProblem } from "@/lib/filing/policy/setting-check";
import type { SettingKind, SettingValue } from "@/lib/filing/policy/settings";
import type { FieldRefusal } from "@/lib/filing/shared/refusal";
import type { ActionResult } from "@/lib/http/define-action";
import { fieldRefusalText, refusalText } from "@/lib/messages/refusal-text";
import type { PolicyPreview } from "@/lib/usecases/policy/preview-policy-change";
import { type ChangeForm, formOf, typedValue } from "./form-value";
import { PreviewPanel, type PreviewState } from "./preview";
import { ValueField } from "./value-field";

type Proposal = Omit<PolicyChangeInput, "reason" | "revision">;
export type ChangeFormProps = {
  setting: string;
  kind: SettingKind;
  value: SettingValue;
  revision: number;
  now: number;
  unit: string;
  options: readonly { value: string; label: string }[];
  change: (input: PolicyChangeInput) => Promise<ActionResult<{ changeId: string }>>;
  preview: (input: Proposal) => Promise<ActionResult<PolicyPreview>>;
};

/** How long typing rests before the orders are asked. */
const REST_MS = 400;

/** A new value, from when, and why; what it would touch stands beside it before anything is saved. */
export function PolicyChangeForm(props: ChangeFormProps) {
  const { setting, kind, value, revision, now, change, preview } = props;
  const t = useTranslations("policyPage");
  const errors = useTranslations("errors");
  const router = useRouter();
  const toast = useToast();
  const form = useForm<ChangeForm>({ defaultValues: formOf(kind, value), shouldFocusError: false });
  const [summary, setSummary] = useState<readonly { name: string; message: string }[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [shown, setShown] = useState<PreviewState>("idle");
  const when = form.watch("when");

  const proposalOf = (values: ChangeForm): Proposal => ({
    setting,
    value: typedValue(kind, values) as PolicyChangeInput["value"],
    from: values.when === "date" ? values.date : null,
  });
  const nameOf = (path: string) =>
    path === "from" ? "date" : path === "value" && kind.type === "codes" ? "codes" : path;
  const problems = (proposal: Proposal): readonly FieldRefusal[] => {
    const wrong = settingProblem(kind, proposal.value);
    const from = effectiveFrom(proposal.from, now);
    return [
      ...(wrong === null ? [] : [{ path: "value", ...wrong }]),
      ...(from.ok ? [] : [{ path: "from", reason: from.reason }]),
    ];
  };
  const show = (fields: readonly FieldRefusal[], whole?: string) => {
    const found = fields.map((field) => ({
      name: nameOf(field.path),
      message: fieldRefusalText(errors, field),
    }));
    for (const { name, message } of found) form.setError(name as keyof ChangeForm, { message });
    setSummary(whole === undefined ? found : [...found, { name: nameOf("value"), message: whole }]);
    setAttempt((n) => n + 1);
  };

  const asked = useRef(0);
  const ask = useEffectEvent(async () => {
    const mine = ++asked.current;
    const proposal = proposalOf(form.getValues());
    if (problems(proposal).length > 0) return setShown("idle");
    setShown("loading");
    const answer = await preview(proposal).catch(() => null);
    if (mine !== asked.current) return;
    setShown(
      answer?.ok
        ? answer.value
        : { error: answer === null ? errors("busy.text") : refusalText(errors, answer.error) },
    );
  });
  const { watch } = form;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const watching = watch((_values, { name }) => {
      if (name === "reason") return;
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), REST_MS);
    });
    return () => {
      clearTimeout(timer);
      watching.unsubscribe();
    };
  }, [watch]);

  const submit = async () => {
    if (busy) return;
    form.clearErrors();
    const proposal = proposalOf(form.getValues());
    const input = { ...proposal, reason: form.getValues("reason"), revision };
    const parsed = Schema.safeParse(input);
    const reasons = parsed.success
      ? []
      : parsed.error.issues
          .filter(({ path }) => path[0] === "reason")
          .map(({ message }) => ({ path: "reason", reason: message }));
    const wrong = [...problems(proposal), ...reasons];
    if (wrong.length > 0) return show(wrong);
    setBusy(true);
    try {
      const answer = await change(input);
      if (!answer.ok) {
        const fields = answer.error.fields ?? [];
        return show(fields, fields.length > 0 ? undefined : refusalText(errors, answer.error));
      }
      setSummary([]);
      setShown("idle");
      form.setValue("reason", "");
      toast(t("form.saved"));
    } catch {
      show([], errors("busy.text"));
    } finally {
      setBusy(false);
      router.refresh();
    }
  };

  return (
    <FormProvider {...form}>
      <SectionLayout rail={<PreviewPanel state={shown} />}>
        <Form
          aria-label={t("form.title")}
          onSubmit={submit}
          className="flex flex-col gap-6 rounded-panel border border-line bg-surface px-4 py-4 sm:px-6"
        >
          <h2 className="text-h3">{t("form.title")}</h2>
          <ErrorSummary errors={summary} attempt={attempt} />
          <ValueField {...props} />
          <FormField name="when" label={t("form.when")} group stacked>
            <RadioGroup
              look="inline"
              options={[
                { value: "now", label: t("form.whenNow") },
                { value: "date", label: t("form.whenDate") },
              ]}
              {...form.register("when")}
            />
          </FormField>
          {when === "date" && (
            <FormField name="date" label={t("form.date")} hint={t("form.dateHint")} stacked>
              <DateInput {...form.register("date")} />
            </FormField>
          )}
          <FormField name="reason" label={t("form.reason")} hint={t("form.reasonHint")} stacked>
            <TextArea rows={3} {...form.register("reason")} />
          </FormField>
          <div>
            <Button type="submit" variant="primary" loading={busy}>
              {t("form.save")}
            </Button>
          </div>
        </Form>
      </SectionLayout>
    </FormProvider>
  );
}
