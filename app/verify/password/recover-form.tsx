"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { ErrorSummary } from "@/components/form/error-summary";
import { Form } from "@/components/form/form";
import { summaryErrors } from "@/components/form/form-errors";
import { FormField } from "@/components/form/form-field";
import { type Option, Select } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { refusalText } from "@/lib/messages/refusal-text";
import { recoverAction } from "./actions";

type Fields = { province: string; number: string; certNo: string };

/** Three particulars, one answer to whatever was typed. */
export function RecoverForm({ provinces, province }: { provinces: readonly Option[]; province: string }) {
  const t = useTranslations("verify.password");
  const errors = useTranslations("errors");
  const [said, setSaid] = useState<{ ok: boolean; text: string } | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (said) box.current?.focus();
  }, [said]);
  const { register, handleSubmit, formState, setError } = useForm<Fields>({
    shouldFocusError: false,
    defaultValues: { province, number: "", certNo: "" },
  });
  const given = (name: keyof Fields) => ({
    validate: (text: string) => text.trim() !== "" || t(`error.${name}`),
  });
  const submit = handleSubmit(async (fields) => {
    setSaid(null);
    const answer = await recoverAction(fields).catch(() => null);
    if (answer === null) return setSaid({ ok: false, text: errors("busy.text") });
    if (answer.ok) return setSaid({ ok: true, text: t("done.text") });
    const { code, path, params } = answer.error;
    if (path === "number") return setError("number", { message: t("error.number") });
    const hours = Math.ceil(Number(params?.seconds ?? 3600) / 3600);
    setSaid({
      ok: false,
      text: code === "too_many" ? t("wait", { hours }) : refusalText(errors, answer.error),
    });
  });
  const wrong = formState.errors;
  return (
    <Form onSubmit={submit} className="flex flex-col gap-6">
      <ErrorSummary errors={summaryErrors(wrong)} attempt={formState.submitCount} />
      {said && (
        <div ref={box} tabIndex={-1} className="rounded-panel">
          <Notice
            role={said.ok ? "status" : "alert"}
            tone={said.ok ? "done" : "refused"}
            {...(said.ok && { title: t("done.title") })}
          >
            {said.text}
          </Notice>
        </div>
      )}
      <Panel>
        <div className="flex flex-col gap-6 py-2">
          <FormField name="province" label={t("province")} error={wrong.province?.message} stacked>
            <Select {...register("province", given("province"))} options={provinces} />
          </FormField>
          <FormField
            name="number"
            label={t("number")}
            hint={t("numberHint")}
            error={wrong.number?.message}
            stacked
          >
            <TextInput {...register("number", given("number"))} width="medium" mono maxLength={60} />
          </FormField>
          <FormField
            name="certNo"
            label={t("certNo")}
            hint={t("certNoHint")}
            error={wrong.certNo?.message}
            stacked
          >
            <TextInput {...register("certNo", given("certNo"))} width="medium" mono maxLength={60} />
          </FormField>
          <div>
            <Button type="submit" variant="primary" size="large" loading={formState.isSubmitting}>
              {t("submit")}
            </Button>
          </div>
        </div>
      </Panel>
    </Form>
  );
}
