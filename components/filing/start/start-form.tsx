"use client";

import { ArrowRight } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { FormProvider, useForm, useFormContext } from "react-hook-form";
import { RadioGroup } from "@/components/form/choices";
import { ErrorSummary } from "@/components/form/error-summary";
import { Form } from "@/components/form/form";
import { summaryErrors } from "@/components/form/form-errors";
import { FormField } from "@/components/form/form-field";
import { SectionLayout } from "@/components/form/section-layout";
import { Select } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import {
  CERTS_BY_NATURE,
  NATURE_ENTERPRISE,
  NATURE_PERSON,
  type Nature,
} from "@/lib/filing/application/codes";
import { MASTER } from "@/lib/filing/policy/provinces/master";
import type { Refusal } from "@/lib/filing/shared/refusal";
import { provinceName } from "@/lib/messages/codes";
import { toLocale } from "@/lib/messages/locales";
import { fieldRefusalText, refusalText } from "@/lib/messages/refusal-text";
import type { OrderPreview } from "@/lib/usecases/orders/preview-order";
import type { Action } from "../actions";
import { StartOutcome } from "./start-outcome";
import { StartRail } from "./start-rail";

type StartForm = {
  kind: "" | "unit" | "person";
  nature: string;
  province: string;
  certType: string;
  certNo: string;
  service: "WEBSITE" | "APP";
  domain: string;
  number: string;
};
type Props = {
  natures: readonly Nature[];
  kind: "unit" | "person";
  certNo: string | null;
  province: string | null;
  domains: readonly string[];
  preview: Action<OrderPreview>;
  create: Action<{ orderId: string }>;
};

const inputOf = ({ kind, nature, province, certType, certNo, service, domain, number }: StartForm) => ({
  nature: kind === "person" ? NATURE_PERSON : Number(nature),
  province,
  certType: Number(certType),
  certNo,
  service,
  domain,
  ...(number.trim() !== "" && { number }),
});

/** A few answers, then which order they lead to, then the order itself. */
export function StartOrder({ natures, kind, certNo, province, domains, preview, create }: Props) {
  const t = useTranslations("orders.start");
  const errors = useTranslations("errors");
  const router = useRouter();
  const [outcome, setOutcome] = useState<OrderPreview | null>(null);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const form = useForm<StartForm>({
    defaultValues: {
      kind,
      nature: String(NATURE_ENTERPRISE),
      province: province ?? "",
      certType: kind === "person" ? "2" : "1",
      certNo: certNo ?? "",
      service: "WEBSITE",
      domain: "",
      number: "",
    },
    shouldFocusError: false,
  });
  const { isSubmitting, submitCount } = form.formState;

  const refuse = (error: Refusal) => {
    setOutcome(null);
    const fields = error.fields ?? [];
    for (const field of fields)
      form.setError(field.path as keyof StartForm, {
        type: "server",
        message: fieldRefusalText(errors, field),
      });
    setRefused(fields.length > 0 ? null : error);
  };
  /** Another APP than the filed one with this domain; another answer takes it back. */
  const [another, setAnother] = useState(false);
  const look = async (values: StartForm, more: boolean) => {
    setAnother(more);
    const answer = await preview({ ...inputOf(values), ...(more && { another: true }) });
    if (answer.ok) setOutcome(answer.value);
    else refuse(answer.error);
  };
  const ask = form.handleSubmit(async (values) => {
    setRefused(null);
    const missing = required(values);
    for (const field of missing) form.setError(field, { type: "required", message: t(`required.${field}`) });
    if (missing.length > 0) return setOutcome(null);
    await look(values, false);
  });
  const start = async () => {
    const answer = await create({ ...inputOf(form.getValues()), ...(another && { another: true }) });
    if (!answer.ok) return refuse(answer.error);
    router.push(`/console/orders/${answer.value.orderId}`);
    router.refresh();
  };

  return (
    <FormProvider {...form}>
      <SectionLayout rail={<StartRail />}>
        <Form onSubmit={ask} onChange={() => outcome && setOutcome(null)} className="flex flex-col gap-8">
          <ErrorSummary errors={summaryErrors(form.formState.errors)} attempt={submitCount} />
          {refused && (
            <Notice tone="refused" role="alert">
              {refusalText(errors, refused)}
            </Notice>
          )}
          <div className="flex flex-col gap-6 rounded-panel border border-line bg-surface px-4 py-6 sm:px-8">
            <StartFields natures={natures} domains={domains} />
            <div className="flex justify-end">
              <Button
                type="submit"
                variant={outcome?.kind === "type" ? "secondary" : "primary"}
                size="large"
                loading={isSubmitting}
              >
                {t("check")}
                <ArrowRight aria-hidden />
              </Button>
            </div>
          </div>
        </Form>
        {outcome && (
          <StartOutcome
            outcome={outcome}
            onStart={start}
            {...(form.getValues("service") === "APP" &&
              !another && { onAnother: () => look(form.getValues(), true) })}
          />
        )}
      </SectionLayout>
    </FormProvider>
  );
}

const required = (values: StartForm): (keyof StartForm)[] =>
  (["kind", "province", "certType", "certNo", "domain"] as const).filter(
    // Whoever knows the number need not know the domain.
    (field) => values[field].trim() === "" && !(field === "domain" && values.number.trim() !== ""),
  );

function StartFields({ natures, domains }: Pick<Props, "natures" | "domains">) {
  const t = useTranslations("orders.start");
  const fields = useTranslations("fields");
  const codes = useTranslations("codes");
  const locale = toLocale(useLocale());
  const list = useId();
  const form = useFormContext<StartForm>();
  const { register, watch, setValue } = form;
  // In the markup too: what is known must stand there before the script does.
  const initial = form.formState.defaultValues;
  const isPerson = watch("kind") === "person";
  const isApp = watch("service") === "APP";
  const nature = (isPerson ? NATURE_PERSON : Number(watch("nature"))) as Nature;
  const units = natures.filter((code) => code !== NATURE_PERSON);
  const certs = CERTS_BY_NATURE[nature] ?? [];
  /** The usual certificate of whoever was chosen. */
  const usual = (next: Nature) => setValue("certType", String(CERTS_BY_NATURE[next]?.[0] ?? ""));
  const kind = register("kind", {
    onChange: (event: { target: { value: string } }) =>
      usual(event.target.value === "person" ? NATURE_PERSON : (Number(form.getValues("nature")) as Nature)),
  });
  return (
    <>
      <FormField name="kind" label={t("kind")} group>
        <RadioGroup
          {...kind}
          options={[
            { value: "unit", label: t("unit"), hint: t("unitHint") },
            ...(natures.includes(NATURE_PERSON)
              ? [{ value: "person", label: t("person"), hint: t("personHint") }]
              : []),
          ]}
        />
      </FormField>
      {!isPerson && (
        <FormField name="nature" label={fields("entity.nature.label")}>
          <Select
            {...register("nature", {
              onChange: (event: { target: { value: string } }) => usual(Number(event.target.value) as Nature),
            })}
            placeholder={null}
            options={units.map((code) => ({ value: String(code), label: codes(`nature.${code}` as never) }))}
          />
        </FormField>
      )}
      <FormField
        name="province"
        label={fields("entity.province.label")}
        hint={fields("entity.province.hint")}
      >
        <Select
          {...register("province")}
          defaultValue={initial?.province}
          options={MASTER.map(({ code }) => ({ value: code, label: provinceName(code, locale) }))}
        />
      </FormField>
      <FormField name="certType" label={fields("entity.certType.label")}>
        <Select
          {...register("certType")}
          placeholder={null}
          options={certs.map((code) => ({ value: String(code), label: codes(`cert.${code}` as never) }))}
        />
      </FormField>
      <FormField
        name="certNo"
        label={fields("entity.certNo.label")}
        hint={isPerson ? undefined : fields("entity.certNo.hint")}
      >
        <TextInput
          mono
          spellCheck={false}
          width="medium"
          defaultValue={initial?.certNo}
          {...register("certNo")}
        />
      </FormField>
      <FormField name="service" label={t("service")} hint={t("serviceHint")} group>
        <RadioGroup
          {...register("service")}
          defaultValue={initial?.service}
          look="inline"
          options={(["WEBSITE", "APP"] as const).map((value) => ({
            value,
            label: t(`serviceKind.${value}`),
          }))}
        />
      </FormField>
      <FormField
        name="domain"
        label={t(isApp ? "domainApp" : "domain")}
        hint={t(isApp ? "domainAppHint" : "domainHint")}
      >
        <TextInput mono list={list} autoCapitalize="none" spellCheck={false} {...register("domain")} />
        <datalist id={list}>
          {domains.map((domain) => (
            <option key={domain} value={domain} />
          ))}
        </datalist>
      </FormField>
      <FormField name="number" label={t("number")} hint={t("numberHint")} optional>
        <TextInput mono autoCapitalize="none" spellCheck={false} width="medium" {...register("number")} />
      </FormField>
    </>
  );
}
