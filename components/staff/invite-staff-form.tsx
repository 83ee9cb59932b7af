"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormShell } from "@/components/account/form-shell";
import { useAccountForm } from "@/components/account/use-account-form";
import type { Action } from "@/components/filing/actions";
import { RadioGroup } from "@/components/form/choices";
import { FormField } from "@/components/form/form-field";
import { TextInput } from "@/components/form/text-input";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { staffInvitationSchema } from "@/lib/auth/account-forms";
import { type Printed, PrintedLink } from "./printed-link";

type Props = { posts: readonly string[]; action: Action<{ printed: Printed | null }> };
type Sent = { name: string; email: string; printed: Printed | null };

/** Asks somebody into the staff: who, as what, and on which way the link reaches him. */
export function InviteStaffForm({ posts, action }: Props) {
  const t = useTranslations("staff");
  const [sent, setSent] = useState<Sent | null>(null);
  const state = useAccountForm({
    schema: staffInvitationSchema,
    defaults: { email: "", name: "", post: "", way: "mail" },
    action,
    done: ({ printed }, form) => {
      const { name, email } = form.getValues();
      setSent({ name: name.trim(), email: email.trim(), printed });
      form.reset();
    },
  });
  const { register } = state.form;
  if (sent !== null) return <Done {...sent} again={() => setSent(null)} />;
  return (
    <FormShell state={state} label={t("invite.submit")}>
      <FormField name="name" label={t("name")} hint={t("invite.nameHint")} stacked>
        <TextInput width="medium" {...register("name")} />
      </FormField>
      <FormField name="email" label={t("email")} hint={t("invite.emailHint")} stacked>
        <TextInput type="email" inputMode="email" {...register("email")} />
      </FormField>
      <FormField name="post" label={t("post.label")} group stacked>
        <RadioGroup
          {...register("post")}
          options={posts.map((post) => ({
            value: post,
            label: t(`post.${post}`),
            hint: t(`postHint.${post}`),
          }))}
        />
      </FormField>
      <FormField name="way" label={t("invite.way")} group stacked>
        <RadioGroup
          {...register("way")}
          options={["mail", "print"].map((way) => ({
            value: way,
            label: t(`invite.ways.${way}`),
            hint: t(`invite.wayHint.${way}`),
          }))}
        />
      </FormField>
    </FormShell>
  );
}

function Done({ name, email, printed, again }: Sent & { again: () => void }) {
  const t = useTranslations("staff.invite");
  const next = (
    <div data-no-print className="flex flex-wrap gap-3">
      <ButtonLink href="/review/staff?view=invited">{t("toList")}</ButtonLink>
      <button type="button" className="link py-1" onClick={again}>
        {t("another")}
      </button>
    </div>
  );
  return (
    <div className="flex flex-col gap-5">
      <div data-no-print>
        <Notice tone="done" role="status" title={t(printed ? "printed" : "mailed", { name })}>
          {printed ? t("once") : t("mailedText", { email })}
        </Notice>
      </div>
      {printed && <PrintedLink name={name} {...printed} />}
      {next}
    </div>
  );
}
