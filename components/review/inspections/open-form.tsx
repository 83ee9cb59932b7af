"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { FormProvider, useForm } from "react-hook-form";
import type { Action } from "@/components/filing/actions";
import { Checkbox } from "@/components/form/choices";
import { Form } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { Select } from "@/components/form/select";
import { TextArea, TextInput } from "@/components/form/text-input";
import { useFormAction } from "@/components/form/use-form-action";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import {
  FAILURES,
  fitsTarget,
  INSPECTION_FAILURES,
  type InspectionFailure,
} from "@/lib/filing/inspection/failures";
import { openInspectionSchema } from "@/lib/filing/inspection/form";
import { refusalText } from "@/lib/messages/refusal-text";
import type { FoundFiling } from "@/lib/usecases/inspection/find-filings";

type Place = { serviceId: string | null; domain: string | null };
type Props = {
  filing: FoundFiling;
  until: string;
  /** The earliest last day of a letter: as a date, and in words. */
  letterFrom: string;
  letterDay: string;
  open: Action<{ inspectionId: string }>;
};

/** What is wrong, where, and in words; where depends on what. */
export function OpenForm({ filing, until, letterFrom, letterDay, open }: Props) {
  const [t, errors] = [useTranslations("inspection"), useTranslations("errors")];
  const router = useRouter();
  const form = useForm({
    defaultValues: {
      failure: "CONTENT_MISMATCH",
      target: placesFor(filing, "CONTENT_MISMATCH")[0]?.key ?? "",
      letter: false,
      letterNumber: "",
      letterUntil: "",
      found: "",
    },
  });
  const { refused, send } = useFormAction(form, openInspectionSchema, open, ({ inspectionId }) =>
    router.push(`/review/inspections/${inspectionId}`),
  );
  const failure = form.watch("failure") as InspectionFailure;
  const places = placesFor(filing, failure);
  const nameOf = ({ place, service }: Placed): string => {
    if (place.domain !== null) return t("target.domain", { domain: place.domain });
    const lead = FAILURES[failure].target === "lead";
    if (service === null) return t(lead ? "target.lead" : "target.entity");
    return t(lead ? "target.serviceLead" : "target.service", {
      name: `${service.name}（${service.number}）`,
    });
  };
  const letter = form.watch("letter");
  const submit = form.handleSubmit(({ target, letterNumber, letterUntil, found }) => {
    const { place } = places.find(({ key }) => key === target) ?? places[0] ?? NOWHERE;
    const paper = letter ? { letterNumber, letterUntil } : { letterNumber: null, letterUntil: null };
    return send({ entityId: filing.id, failure, ...place, ...paper, found });
  });
  return (
    <FormProvider {...form}>
      <Form onSubmit={submit} className="flex flex-col gap-5" aria-label={t("desk.formTitle")}>
        {refused && (
          <Notice tone="refused" role="alert">
            {refusalText(errors, refused)}
          </Notice>
        )}
        <FormField name="failure" label={t("desk.failure")}>
          <Select
            {...form.register("failure", {
              onChange: ({ target }: { target: { value: InspectionFailure } }) =>
                form.setValue("target", placesFor(filing, target.value)[0]?.key ?? ""),
            })}
            placeholder={null}
            options={INSPECTION_FAILURES.map((value) => ({ value, label: t(`failure.${value}`) }))}
          />
        </FormField>
        <FormField name="target" label={t("desk.target")} hint={t("desk.targetHint")}>
          <Select
            key={failure}
            {...form.register("target")}
            placeholder={null}
            options={places.map((one) => ({ value: one.key, label: nameOf(one) }))}
          />
        </FormField>
        <FormField name="found" label={t("desk.found")} hint={t("desk.foundHint")}>
          <TextArea rows={3} {...form.register("found")} />
        </FormField>
        <FormField
          name="letter"
          label={t("desk.letter")}
          hint={!letter && t("desk.deadline", { date: until })}
          group
        >
          <Checkbox {...form.register("letter")} label={t("desk.letterLabel")} />
        </FormField>
        {letter && (
          <>
            <FormField name="letterNumber" label={t("desk.letterNumber")} hint={t("desk.letterNumberHint")}>
              <TextInput {...form.register("letterNumber")} />
            </FormField>
            <FormField
              name="letterUntil"
              label={t("desk.letterUntil")}
              hint={t("desk.letterFrom", { date: letterDay })}
            >
              <TextInput type="date" min={letterFrom} width="short" {...form.register("letterUntil")} />
            </FormField>
          </>
        )}
        <div>
          <Button type="submit" variant="primary" loading={form.formState.isSubmitting}>
            {t("desk.submit")}
          </Button>
        </div>
      </Form>
    </FormProvider>
  );
}

interface Placed {
  readonly key: string;
  readonly place: Place;
  readonly service: FoundFiling["services"][number] | null;
}

const NOWHERE = { place: { serviceId: null, domain: null } };

/** Every place of a filing something can be wrong at: the record, its services, their domains. */
const placesOf = ({ services }: FoundFiling): readonly Placed[] => [
  { key: "entity", place: { serviceId: null, domain: null }, service: null },
  ...services.map((service) => ({
    ...{ key: service.id, service },
    place: { serviceId: service.id, domain: null },
  })),
  ...services.flatMap((service) =>
    service.domains.map((domain) => ({
      ...{ key: `${service.id} ${domain}`, service },
      place: { serviceId: service.id, domain },
    })),
  ),
];

/** Those where this failure can be found. */
const placesFor = (filing: FoundFiling, failure: InspectionFailure): readonly Placed[] =>
  placesOf(filing).filter(({ place }) =>
    fitsTarget(failure, { service: place.serviceId !== null, domain: place.domain !== null }),
  );
