"use client";

import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { FormField } from "@/components/form/form-field";
import { TextInput } from "@/components/form/text-input";
import { Link } from "@/components/ui/link";
import type { FilingPassword } from "@/lib/filing/policy/types";
import { passwordProblem } from "@/lib/filing/registry/filing-password";
import type { CancelFields } from "./lead-code";

/** The authority's secret: typed for it alone, kept by no form, and not offered to the browser to be remembered. */
export function PasswordField({ asked, province }: { asked: FilingPassword; province: string }) {
  const t = useTranslations("cancel.form.password");
  const errors = useTranslations("errors.reason.cancel");
  const { register } = useFormContext<CancelFields>();
  const optional = asked === "optional";
  return (
    <FormField
      name="password"
      label={t(optional ? "optionalLabel" : "label")}
      hint={
        <>
          {t("hint")} {optional && t("optionalHint")}{" "}
          {t.rich("forgot", {
            guide: (text) => (
              <Link href={`/filing-password?province=${province}`} className="link" target="_blank">
                {text}
              </Link>
            ),
          })}
        </>
      }
      stacked
    >
      <TextInput
        type="password"
        width="medium"
        mono
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        {...register("password", {
          validate: (typed) => {
            const problem = passwordProblem(asked, typed.trim());
            return problem === null || errors(problem);
          },
        })}
      />
    </FormField>
  );
}
