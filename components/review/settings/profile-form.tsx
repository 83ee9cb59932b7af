"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { FormShell } from "@/components/account/form-shell";
import { useAccountForm } from "@/components/account/use-account-form";
import type { Action } from "@/components/filing/actions";
import type { Choice } from "@/components/form/choices";
import { FormField } from "@/components/form/form-field";
import { MultiSelect } from "@/components/form/multi-select";
import { TextInput } from "@/components/form/text-input";
import { useToast } from "@/components/ui/toast";
import { ProfileChange, type ProviderProfile } from "@/lib/provider/profile";

interface Props {
  profile: ProviderProfile;
  revision: number;
  provinces: readonly (Choice & { label: string })[];
  action: Action<{ revision: number }>;
}

/** Name, ways to be reached, data centres. */
export function ProfileForm({ profile, revision, provinces, action }: Props) {
  const t = useTranslations("providerSettings");
  const router = useRouter();
  const toast = useToast();
  const state = useAccountForm({
    schema: ProfileChange,
    defaults: { ...profile, dataCentres: [...profile.dataCentres] },
    input: (values) => ({ ...values, revision }),
    action,
    done: () => {
      toast(t("saved"), "done");
      router.refresh();
    },
  });
  const { register } = state.form;
  return (
    <FormShell state={state} label={t("save")}>
      <FormField name="nameZh" label={t("nameZh")} hint={t("nameHint")} optional stacked>
        <TextInput width="medium" autoComplete="off" {...register("nameZh")} />
      </FormField>
      <FormField name="nameEn" label={t("nameEn")} optional stacked>
        <TextInput width="medium" autoComplete="off" {...register("nameEn")} />
      </FormField>
      <FormField name="phone" label={t("phone")} hint={t("phoneHint")} optional stacked>
        <TextInput type="tel" width="medium" autoComplete="off" mono {...register("phone")} />
      </FormField>
      <FormField name="hours" label={t("hours")} hint={t("hoursHint")} optional stacked>
        <TextInput autoComplete="off" {...register("hours")} />
      </FormField>
      <FormField name="replyTo" label={t("replyTo")} hint={t("replyToHint")} optional stacked>
        <TextInput type="email" inputMode="email" autoComplete="off" {...register("replyTo")} />
      </FormField>
      <FormField
        name="dataCentres"
        label={t("dataCentres")}
        hint={t("dataCentresHint")}
        optional
        group
        stacked
      >
        <MultiSelect options={provinces} {...register("dataCentres")} />
      </FormField>
    </FormShell>
  );
}
