"use client";

import { ArrowRight } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { ErrorSummary } from "@/components/form/error-summary";
import { Form } from "@/components/form/form";
import { summaryErrors } from "@/components/form/form-errors";
import { SectionLayout } from "@/components/form/section-layout";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { NATURE_ENTERPRISE, NATURE_PERSON, type Nature } from "@/lib/filing/application/codes";
import type { Refusal } from "@/lib/filing/shared/refusal";
import { fieldRefusalText, refusalText } from "@/lib/messages/refusal-text";
import type { OrderPreview } from "@/lib/usecases/orders/preview-order";
import type { Action } from "../actions";
import { StartFields, type StartForm } from "./start-fields";
import { StartOutcome } from "./start-outcome";
import { StartRail } from "./start-rail";

type Props = {
  natures: readonly Nature[];
  kind: "unit" | "person";
  certNo: string | null;
  province: string | null;
  domains: readonly string[];
  /** Filing number of the service one came from; empty: none. */
  number: string;
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
export function StartOrder({ natures, kind, certNo, province, domains, number, preview, create }: Props) {
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
      number,
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
