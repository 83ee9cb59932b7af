"use client";

import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { ErrorSummary } from "@/components/form/error-summary";
import { Form } from "@/components/form/form";
import { summaryErrors } from "@/components/form/form-errors";
import { FormField } from "@/components/form/form-field";
import { Select } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";
import { useRun } from "@/components/form/use-run";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { useToast } from "@/components/ui/toast";
import type { BlacklistEntry } from "@/lib/authority/sandbox/blacklist";
import { addBlacklistAction } from "../actions";

const KINDS = ["organiser", "domain", "name"] as const satisfies readonly BlacklistEntry["kind"][];
const BLANK: BlacklistEntry = { kind: "organiser", value: "", reason: "" };

/** Adds one entry; an entry that is there already gets the new reason. */
export function EntryForm() {
  const t = useTranslations("authority.blacklist");
  const toast = useToast();
  const { busy, error, run } = useRun();
  const { register, reset, formState, handleSubmit } = useForm<BlacklistEntry>({
    shouldFocusError: false,
    defaultValues: BLANK,
  });
  const { errors } = formState;
  const needed = (name: "value" | "reason") => ({
    validate: (text: string) => {
      const { length } = text.trim();
      return (length >= 2 && length <= 200) || t(`error.${name}`);
    },
  });
  const add = handleSubmit(async (entry) => {
    if (!(await run(() => addBlacklistAction(entry)))) return;
    reset({ ...BLANK, kind: entry.kind });
    toast(t("added"), "done");
  });
  return (
    <Form onSubmit={add} className="flex flex-col gap-6">
      <ErrorSummary errors={summaryErrors(errors)} attempt={formState.submitCount} />
      {error && (
        <Notice role="alert" tone="refused">
          {error}
        </Notice>
      )}
      <Panel title={t("add")}>
        <div className="grid items-start gap-4 py-2 md:grid-cols-3">
          <FormField name="kind" label={t("kind")} stacked>
            <Select
              {...register("kind")}
              className="w-full"
              placeholder={null}
              options={KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
            />
          </FormField>
          <FormField
            name="value"
            label={t("value")}
            hint={t("valueHint")}
            error={errors.value?.message}
            stacked
          >
            <TextInput {...register("value", needed("value"))} />
          </FormField>
          <FormField name="reason" label={t("reason")} error={errors.reason?.message} stacked>
            <TextInput {...register("reason", needed("reason"))} />
          </FormField>
        </div>
        <Button type="submit" variant="primary" loading={busy}>
          {t("add")}
        </Button>
      </Panel>
    </Form>
  );
}
