"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { Form } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { TextInput } from "@/components/form/text-input";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type Credentials, credentialsSchema } from "@/lib/auth/credentials";
import { handshake, type SignInFailure } from "./handshake";
import { PasswordInput } from "./password-input";

/** E-mail and password. `next` has been checked on the server: a path of ours. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations("auth");
  const [failure, setFailure] = useState<SignInFailure | null>(null);
  const form = useForm<Credentials>({
    resolver: zodResolver(credentialsSchema),
    defaultValues: { email: "", password: "" },
  });
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState;
  const said = (reason: string | undefined) => (reason ? t(`reason.${reason}`) : undefined);

  const submit = form.handleSubmit(async (credentials) => {
    setFailure(null);
    const refused = await handshake("password", { ...credentials });
    if (refused === null) location.assign(next);
    else if (refused.code === "second_step")
      location.assign(`/sign-in/code?next=${encodeURIComponent(next)}`);
    else setFailure(refused);
  });

  return (
    <FormProvider {...form}>
      <Form onSubmit={submit} className="flex flex-col gap-5">
        <FailureNotice failure={failure} />
        <FormField name="email" label={t("email")} error={said(errors.email?.message)} stacked>
          <TextInput type="email" inputMode="email" autoComplete="username" {...form.register("email")} />
        </FormField>
        <FormField name="password" label={t("password")} error={said(errors.password?.message)} stacked>
          <PasswordInput autoComplete="current-password" {...form.register("password")} />
        </FormField>
        <Button
          type="submit"
          variant="primary"
          size="large"
          loading={isSubmitting || (isSubmitSuccessful && failure === null)}
        >
          {t("signIn")}
        </Button>
      </Form>
    </FormProvider>
  );
}

/** Why signing in did not work. `unauthenticated` never says whether the address exists. */
export function FailureNotice({ failure }: { failure: SignInFailure | null }) {
  const t = useTranslations("auth");
  if (failure === null) return null;
  const code = t.has(`failure.${failure.code}.title`) ? failure.code : "internal";
  return (
    <Notice tone="refused" role="alert" title={t(`failure.${code}.title`)}>
      {t(`failure.${code}.text`, { minutes: Math.max(1, Math.ceil((failure.seconds ?? 60) / 60)) })}
    </Notice>
  );
}
