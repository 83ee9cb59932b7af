"use client";

import { useTranslations } from "next-intl";
import type { UseFormReturn } from "react-hook-form";
import { DateRange } from "@/components/form/dates";
import { FormField } from "@/components/form/form-field";
import { Select } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";
import { DescriptionList } from "@/components/ui/description-list";
import { Tag } from "@/components/ui/tag";
import { CERT_RESIDENT_ID, PERSON_ID_TYPES } from "@/lib/filing/application/codes";
import { maskIdNo } from "@/lib/filing/shared/mask";
import type { KnownPerson } from "@/lib/usecases/orders/list-known-parts";
import type { KnownOffer } from "./known-offer";
import type { Hat, PeopleForm } from "./people-codec";
import { KnownHere } from "./people-known";
import { PhoneProof, type PhoneProofs } from "./phone-proof";

type Props = {
  index: number;
  number: number;
  form: UseFormReturn<PeopleForm>;
  hats: readonly Hat[];
  orderId: string;
  /** Whom the account wrote down before. */
  before: KnownOffer<KnownPerson> | undefined;
  /** Name and document come from the entity's page. */
  isOrganiser: boolean;
  /** Left out where nobody is asked to prove numbers. */
  proofs: PhoneProofs | undefined;
};

/** One person: identity for everybody, contacts only for those who lead something. */
export function PersonFields({ index, number, form, hats, isOrganiser, orderId, before, proofs }: Props) {
  const t = useTranslations("sections");
  const fields = useTranslations("fields.person");
  const { register, watch } = form;
  const path = <K extends string>(field: K) => `people.${index}.${field}` as const;
  const leads = hats.some((hat) => hat !== "legalRep");
  const name = watch(path("name"));
  return (
    <section
      className="flex flex-col gap-6 border-t border-line pt-6"
      aria-label={name || t("people.unnamed", { number })}
    >
      <header className="flex flex-wrap items-center gap-2">
        <h2 className="text-h3">{name || t("people.unnamed", { number })}</h2>
        {hats.map((hat) => (
          <Tag key={hat} plain>
            {t(`people.hat.${hat}`)}
          </Tag>
        ))}
      </header>
      {before && (
        <KnownHere index={index} form={form} orderId={orderId} before={before} isOrganiser={isOrganiser} />
      )}
      {isOrganiser ? (
        <OrganiserIdentity index={index} form={form} />
      ) : (
        <Identity index={index} form={form} leads={leads} />
      )}
      {leads && (
        <>
          <FormField name={path("phone1")} label={fields("phone1.label")} hint={fields("phone1.hint")}>
            <TextInput type="tel" inputMode="tel" width="medium" {...register(path("phone1"))} />
            {proofs && (
              <PhoneProof
                name={path("phoneCode")}
                personId={form.getValues(path("id"))}
                typed={watch(path("phone1"))}
                proofs={proofs}
              />
            )}
          </FormField>
          <FormField
            name={path("phone2")}
            label={fields("phone2.label")}
            hint={fields("phone2.hint")}
            optional
          >
            <TextInput type="tel" inputMode="tel" width="medium" {...register(path("phone2"))} />
          </FormField>
          <FormField
            name={path("emergencyPhone")}
            label={fields("emergencyPhone.label")}
            hint={fields("emergencyPhone.hint")}
            optional
          >
            <TextInput type="tel" inputMode="tel" width="medium" {...register(path("emergencyPhone"))} />
          </FormField>
          <FormField name={path("email")} label={fields("email.label")} hint={fields("email.hint")}>
            <TextInput type="email" inputMode="email" {...register(path("email"))} />
          </FormField>
          <FormField
            name={path("imHandle")}
            label={fields("imHandle.label")}
            hint={fields("imHandle.hint")}
            optional
          >
            <TextInput width="medium" {...register(path("imHandle"))} />
          </FormField>
        </>
      )}
    </section>
  );
}

/** Documents of people without a mainland resident ID: each has hints of its own. */
const OTHER_DOCUMENTS = PERSON_ID_TYPES.filter((type) => type !== CERT_RESIDENT_ID).map(String);

function Identity({ index, form, leads }: Pick<Props, "index" | "form"> & { leads: boolean }) {
  const t = useTranslations("sections");
  const fields = useTranslations("fields.person");
  const codes = useTranslations("codes");
  const numbers = useTranslations("certificates.number");
  const holders = useTranslations("certificates.holder");
  const { register, watch } = form;
  const path = <K extends string>(field: K) => `people.${index}.${field}` as const;
  const idType = watch(path("idType"));
  const isForeign = OTHER_DOCUMENTS.includes(idType);
  return (
    <>
      <FormField name={path("name")} label={fields("name.label")} hint={fields("name.hint")}>
        <TextInput width="medium" {...register(path("name"))} />
      </FormField>
      <FormField
        name={path("idType")}
        label={fields("idType.label")}
        hint={isForeign ? holders(idType as never) : fields("idType.hint")}
      >
        <Select
          {...register(path("idType"))}
          options={PERSON_ID_TYPES.map((code) => ({
            value: String(code),
            label: codes(`cert.${code}` as never),
          }))}
        />
      </FormField>
      <FormField
        name={path("idNo")}
        label={fields("idNo.label")}
        hint={isForeign ? numbers(idType as never) : fields("idNo.hint")}
      >
        <TextInput mono spellCheck={false} width="medium" {...register(path("idNo"))} />
      </FormField>
      {leads && (
        <FormField name={path("idValidTo")} label={t("label.validity")} hint={fields("idValidTo.hint")} group>
          <DateRange
            from={register(path("idValidFrom"))}
            to={register(path("idValidTo"))}
            longTerm={register(path("idLongTerm"))}
            isLongTerm={watch(path("idLongTerm"))}
          />
        </FormField>
      )}
    </>
  );
}

function OrganiserIdentity({ index, form }: Pick<Props, "index" | "form">) {
  const t = useTranslations("sections");
  const fields = useTranslations("fields.person");
  const { name, idNo } = form.getValues(`people.${index}`);
  return (
    <div>
      <p className="mb-2 text-muted">{t("people.organiser")}</p>
      <DescriptionList
        items={[
          { id: "name", label: fields("name.label"), value: name },
          {
            id: "idNo",
            label: fields("idNo.label"),
            value: idNo && <span className="font-mono">{maskIdNo(idNo)}</span>,
          },
        ]}
      />
    </div>
  );
}
