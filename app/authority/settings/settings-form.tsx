"use client";

import { useTranslations } from "next-intl";
import { useForm, useWatch } from "react-hook-form";
import { RadioGroup } from "@/components/form/choices";
import { ErrorSummary } from "@/components/form/error-summary";
import { Form } from "@/components/form/form";
import { summaryErrors } from "@/components/form/form-errors";
import { FormField } from "@/components/form/form-field";
import { type Option, Select } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";
import { useRun } from "@/components/form/use-run";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { useToast } from "@/components/ui/toast";
import type { DeskSettings } from "@/lib/authority/sandbox/settings";
import { saveSettingsAction } from "../actions";

type Fields = {
  automatic: DeskSettings["automatic"];
  reason: string;
  wait: "province" | "days";
  days: string;
  smsDelay: string;
  noticeDelay: string;
  numbering: DeskSettings["numbering"];
  onlyAccess: DeskSettings["onlyAccess"];
  filingPassword: DeskSettings["filingPassword"];
};

const DEFAULT_DAYS = 5;

const within = (text: string, min: number, max: number): boolean =>
  /^\d{1,4}$/.test(text.trim()) && Number(text) >= min && Number(text) <= max;

interface Props {
  readonly settings: DeskSettings;
  readonly reasons: readonly Option[];
  /** What a service's words carry that is to be rejected. */
  readonly marker: string;
}

/** How fast the simulated authority is, and whether it decides by itself. */
export function SettingsForm({ settings, reasons, marker }: Props) {
  const t = useTranslations("authority.settings");
  const toast = useToast();
  const { busy, error, run } = useRun();
  const { register, control, formState, handleSubmit } = useForm<Fields>({
    shouldFocusError: false,
    defaultValues: {
      automatic: settings.automatic,
      reason: settings.automaticReason,
      wait: settings.automaticDays === null ? "province" : "days",
      days: String(settings.automaticDays ?? DEFAULT_DAYS),
      smsDelay: String(settings.smsDelayMinutes),
      noticeDelay: String(settings.noticeDelayMinutes),
      numbering: settings.numbering,
      onlyAccess: settings.onlyAccess,
      filingPassword: settings.filingPassword,
    },
  });
  const [automatic, wait] = useWatch({ control, name: ["automatic", "wait"] });
  const delay = { validate: (text: string) => within(text, 0, 1440) || t("error.delay") };
  const save = handleSubmit(async (fields) => {
    const saved = await run(() =>
      saveSettingsAction({
        automatic: fields.automatic,
        automaticDays: fields.wait === "days" ? Number(fields.days) : null,
        automaticReason: fields.reason,
        smsDelayMinutes: Number(fields.smsDelay),
        noticeDelayMinutes: Number(fields.noticeDelay),
        numbering: fields.numbering,
        onlyAccess: fields.onlyAccess,
        filingPassword: fields.filingPassword,
      }),
    );
    if (saved) toast(t("saved"), "done");
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
          <FormField name="automatic" label={t("automatic")} hint={t("automaticHint")} group stacked>
            <RadioGroup
              {...register("automatic")}
              look="plain"
              options={[
                { value: "off", label: t("outcome.off") },
                { value: "approve", label: t("outcome.approve") },
                { value: "reject", label: t("outcome.reject") },
                {
                  value: "marker",
                  label: t("outcome.marker"),
                  hint: t("outcome.markerHint", { marker }),
                },
              ]}
            />
          </FormField>
          {(automatic === "reject" || automatic === "marker") && (
            <FormField name="reason" label={t("reason")} stacked>
              <Select {...register("reason")} placeholder={null} options={reasons} />
            </FormField>
          )}
          {automatic !== "off" && (
            <FormField name="wait" label={t("wait")} group stacked>
              <RadioGroup
                {...register("wait")}
                look="plain"
                options={[
                  { value: "province", label: t("ofProvince"), hint: t("ofProvinceHint") },
                  { value: "days", label: t("ofDays") },
                ]}
              />
            </FormField>
          )}
          {automatic !== "off" && wait === "days" && (
            <FormField
              name="days"
              label={t("days")}
              hint={t("daysHint")}
              error={errors.days?.message}
              stacked
            >
              <TextInput
                {...register("days", { validate: (text) => within(text, 1, 30) || t("error.days") })}
                width="short"
                inputMode="numeric"
              />
            </FormField>
          )}
          <FormField
            name="smsDelay"
            label={t("smsDelay")}
            hint={t("delayHint")}
            error={errors.smsDelay?.message}
            stacked
          >
            <TextInput {...register("smsDelay", delay)} width="short" inputMode="numeric" />
          </FormField>
          <FormField
            name="noticeDelay"
            label={t("noticeDelay")}
            hint={t("delayHint")}
            error={errors.noticeDelay?.message}
            stacked
          >
            <TextInput {...register("noticeDelay", delay)} width="short" inputMode="numeric" />
          </FormField>
          <FormField name="numbering" label={t("numbering")} group stacked>
            <RadioGroup
              {...register("numbering")}
              look="plain"
              options={[
                { value: "separate", label: t("separate"), hint: t("separateHint") },
                { value: "running", label: t("running"), hint: t("runningHint") },
              ]}
            />
          </FormField>
          <FormField name="onlyAccess" label={t("onlyAccess")} hint={t("onlyAccessText")} group stacked>
            <RadioGroup
              {...register("onlyAccess")}
              look="plain"
              options={(["allow", "refuse"] as const).map((value) => ({
                value,
                label: t(`access.${value}`),
              }))}
            />
          </FormField>
          <FormField
            name="filingPassword"
            label={t("filingPassword")}
            hint={t("filingPasswordText")}
            group
            stacked
          >
            <RadioGroup
              {...register("filingPassword")}
              look="plain"
              options={(["off", "optional", "required"] as const).map((value) => ({
                value,
                label: t(`password.${value}`),
              }))}
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
