"use client";

import { useLocale, useTranslations } from "next-intl";
import { FormProvider, useForm } from "react-hook-form";
import { DateInput } from "@/components/form/dates";
import { Form } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { Select } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";
import { useFormAction } from "@/components/form/use-form-action";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { OFFLINE_CASES, offlineNoteSchema } from "@/lib/filing/guide/offline-note";
import { MASTER } from "@/lib/filing/policy/provinces/master";
import { provinceName } from "@/lib/messages/codes";
import { toLocale } from "@/lib/messages/locales";
import { refusalText } from "@/lib/messages/refusal-text";
import type { Action } from "../actions";

type Values = { about: string; province: string; subject: string; sent: string; sentOn: string };
const EMPTY: Values = { about: "shell", province: "", subject: "", sent: "", sentOn: "" };

/** What was sent to an authority, and when. */
export function NewNote({ add }: { add: Action<unknown> }) {
  const t = useTranslations("offlineNotes");
  const errors = useTranslations("errors");
  const locale = toLocale(useLocale());
  const toast = useToast();
  const form = useForm<Values>({ defaultValues: EMPTY });
  const { refused, send } = useFormAction(form, offlineNoteSchema, add, () => {
    form.reset();
    toast(t("saved"), "done");
  });
  return (
    <FormProvider {...form}>
      <Form onSubmit={form.handleSubmit(send)} className="flex flex-col gap-4" aria-label={t("new")}>
        {refused && (
          <Notice tone="refused" role="alert">
            {refusalText(errors, refused)}
          </Notice>
        )}
        <FormField name="about" label={t("about")}>
          <Select
            {...form.register("about")}
            placeholder={null}
            options={OFFLINE_CASES.map((value) => ({ value, label: t(`aboutOf.${value}`) }))}
          />
        </FormField>
        <FormField name="province" label={t("province")}>
          <Select
            {...form.register("province")}
            options={MASTER.map(({ code }) => ({ value: code, label: provinceName(code, locale) }))}
          />
        </FormField>
        <FormField name="subject" label={t("subject")}>
          <TextInput width="medium" {...form.register("subject")} />
        </FormField>
        <FormField name="sent" label={t("sent")}>
          <TextInput {...form.register("sent")} />
        </FormField>
        <FormField name="sentOn" label={t("sentOn")}>
          <DateInput {...form.register("sentOn")} />
        </FormField>
        <div>
          <Button type="submit" variant="primary" loading={form.formState.isSubmitting}>
            {t("save")}
          </Button>
        </div>
      </Form>
    </FormProvider>
  );
}
