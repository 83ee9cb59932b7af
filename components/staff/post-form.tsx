"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { FormShell } from "@/components/account/form-shell";
import { useAccountForm } from "@/components/account/use-account-form";
import type { Action } from "@/components/filing/actions";
import { RadioGroup } from "@/components/form/choices";
import { FormField } from "@/components/form/form-field";
import { useToast } from "@/components/ui/toast";
import { changePostSchema } from "@/lib/auth/account-forms";

type Props = {
  seen: { userId: string; version: number };
  post: string;
  posts: readonly string[];
  action: Action;
};

/** Another post for somebody; it holds at once, and he has to sign in again. */
export function PostForm({ seen, post, posts, action }: Props) {
  const t = useTranslations("staff");
  const router = useRouter();
  const toast = useToast();
  const state = useAccountForm({
    schema: changePostSchema,
    defaults: { post },
    input: (values: { post: string }) => ({ ...values, ...seen }),
    action,
    done: () => {
      toast(t("change.done"), "done");
      router.refresh();
    },
  });
  return (
    <FormShell state={state} label={t("change.submit")}>
      <FormField name="post" label={t("post.label")} group stacked>
        <RadioGroup
          {...state.form.register("post")}
          options={posts.map((one) => ({ value: one, label: t(`post.${one}`), hint: t(`postHint.${one}`) }))}
        />
      </FormField>
    </FormShell>
  );
}
