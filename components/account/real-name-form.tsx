"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { Action } from "@/components/filing/actions";
import { RadioGroup } from "@/components/form/choices";
import { ErrorSummary } from "@/components/form/error-summary";
import { summaryErrors } from "@/components/form/form-errors";
import { FormField } from "@/components/form/form-field";
import { Select } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";
import { useToast } from "@/components/ui/toast";
import { REAL_NAME_DOCUMENTS, realNameSchema } from "@/lib/auth/real-name-form";
import { FormShell } from "./form-shell";
import { useAccountForm } from "./use-account-form";

type Kind = "person" | "unit";
type RealNameForm = { kind: Kind | ""; name: string; certType: string; idNo: string };
type Props = {
  /** What the account may become. */
  kinds: readonly Kind[];
  kind: Kind | null;
  action: Action;
  next: string;
};

const inputOf = ({ kind, name, certType, idNo }: RealNameForm) => ({
  kind,
  name,
  certType: kind === "person" ? Number(certType) : null,
  idNo,
});

/** Whose account it is. Nothing typed is lost when the service does not answer. */
export function RealNameForm({ kinds, kind: initial, action, next }: Props) {
  const t = useTranslations("account.forms.realName");
  const cert = useTranslations("codes.cert");
  const router = useRouter();
  const toast = useToast();
  const chosen: Kind | "" = initial ?? (kinds.length === 1 ? (kinds[0] ?? "") : "");
  const state = useAccountForm({
    schema: realNameSchema,
    defaults: {
      kind: chosen,
      name: "",
      certType: String(REAL_NAME_DOCUMENTS[0]),
      idNo: "",
    },
    input: inputOf,
    action,
    done: () => {
      toast(t("done"), "done");
      router.push(next);
      router.refresh();
    },
  });
  const { form } = state;
  const person = form.watch("kind") === "person";
  return (
    <FormShell state={state} label={t("submit")}>
      <ErrorSummary errors={summaryErrors(form.formState.errors)} attempt={form.formState.submitCount} />
      <FormField name="kind" label={t("kind")} group stacked>
        <RadioGroup
          {...form.register("kind")}
          defaultValue={chosen}
          options={kinds.map((value) => ({ value, label: t(value), hint: t(`${value}Hint`) }))}
        />
      </FormField>
      <FormField
        name="name"
        label={t(person ? "personName" : "unitName")}
        hint={t(person ? "personNameHint" : "unitNameHint")}
        stacked
      >
        <TextInput autoComplete={person ? "name" : "organization"} {...form.register("name")} />
      </FormField>
      {person && (
        <FormField name="certType" label={t("certType")} stacked>
          <Select
            placeholder={null}
            options={REAL_NAME_DOCUMENTS.map((code) => ({ value: String(code), label: cert(String(code)) }))}
            {...form.register("certType")}
          />
        </FormField>
      )}
      <FormField
        name="idNo"
        label={t(person ? "personNo" : "unitNo")}
        hint={t(person ? "personNoHint" : "unitNoHint")}
        stacked
      >
        <TextInput width="medium" mono {...form.register("idNo")} />
      </FormField>
    </FormShell>
  );
}
