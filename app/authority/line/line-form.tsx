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
import type { Traffic } from "@/lib/authority/sandbox/traffic";
import { saveTrafficAction } from "../actions";

const SHARES = ["down", "lostAnswers", "duplicates", "outOfOrder"] as const;
const PERCENT = [0, 10, 30, 50, 100] as const;
const SECONDS = [0, 2, 10, 60] as const;

type Fields = Readonly<Record<keyof Traffic, string>>;

const isSeed = (text: string): boolean => /^\d{1,6}$/.test(text.trim());
/** The choices, and whatever else was set by another road. */
const withCurrent = (choices: readonly number[], current: number): readonly number[] =>
  choices.includes(current) ? choices : [...choices, current];

/** Which failures the line has, and how often. */
export function LineForm({ traffic }: { traffic: Traffic }) {
  const t = useTranslations("authority.line");
  const toast = useToast();
  const { busy, error, run } = useRun();
  const { register, formState, handleSubmit } = useForm<Fields>({
    shouldFocusError: false,
    defaultValues: {
      down: String(traffic.down),
      slowSeconds: String(traffic.slowSeconds),
      lostAnswers: String(traffic.lostAnswers),
      duplicates: String(traffic.duplicates),
      outOfOrder: String(traffic.outOfOrder),
      seed: String(traffic.seed),
    },
  });
  const save = handleSubmit(async (fields) => {
    const chosen: Traffic = {
      down: Number(fields.down),
      slowSeconds: Number(fields.slowSeconds),
      lostAnswers: Number(fields.lostAnswers),
      duplicates: Number(fields.duplicates),
      outOfOrder: Number(fields.outOfOrder),
      seed: Number(fields.seed),
    };
    if (await run(() => saveTrafficAction(chosen))) toast(t("saved"), "done");
  });
  const share = (value: number) => ({
    value: String(value),
    label: value === 0 ? t("never") : value === 100 ? t("always") : t("share", { percent: value }),
  });
  const { errors } = formState;

  return (
    <Form onSubmit={save} className="flex max-w-form flex-col gap-6">
      <ErrorSummary errors={summaryErrors(errors)} attempt={formState.submitCount} />
      {error && (
        <Notice role="alert" tone="refused">
          {error}
        </Notice>
      )}
      <Panel>
        <div className="flex flex-col gap-8 py-2">
          {SHARES.map((name) => (
            <FormField key={name} name={name} label={t(`${name}.label`)} hint={t(`${name}.hint`)} stacked>
              <Select
                {...register(name)}
                placeholder={null}
                options={withCurrent(PERCENT, traffic[name]).map(share)}
              />
            </FormField>
          ))}
          <FormField name="slowSeconds" label={t("slowSeconds.label")} hint={t("slowSeconds.hint")} stacked>
            <Select
              {...register("slowSeconds")}
              placeholder={null}
              options={withCurrent(SECONDS, traffic.slowSeconds).map((value) => ({
                value: String(value),
                label: value === 0 ? t("atOnce") : t("seconds", { count: value }),
              }))}
            />
          </FormField>
          <FormField
            name="seed"
            label={t("seed.label")}
            hint={t("seed.hint")}
            error={errors.seed?.message}
            stacked
          >
            <TextInput
              {...register("seed", { validate: (text) => isSeed(text) || t("seed.error") })}
              width="short"
              inputMode="numeric"
            />
          </FormField>
        </div>
      </Panel>
      <div>
        <Button type="submit" variant="primary" size="large" loading={busy}>
          {t("save")}
        </Button>
      </div>
    </Form>
  );
}
