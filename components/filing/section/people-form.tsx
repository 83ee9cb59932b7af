"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { useFieldArray } from "react-hook-form";
import { FieldGroup, FormField } from "@/components/form/form-field";
import { Select } from "@/components/form/select";
import { NATURE_PERSON } from "@/lib/filing/application/codes";
import { titleOf } from "@/lib/filing/application/draft-sections";
import { newPartId } from "@/lib/filing/application/edit";
import type { KnownPerson } from "@/lib/usecases/orders/list-known-parts";
import type { SampleValues as Samples } from "@/lib/usecases/sandbox/sample-values";
import type { KnownOffer } from "./known-offer";
import type { PageView } from "./page-view";
import { emptyPerson, type PeopleForm as Form, type Hat, peopleCodec, personToForm } from "./people-codec";
import { PersonFields } from "./person-fields";
import type { PhoneProofs } from "./phone-proof";
import { SampleValues } from "./sample-values";
import { SectionForm } from "./section-form";
import type { SectionActions } from "./section-state";
import { useSectionForm } from "./use-section-form";

type Props = {
  view: PageView;
  actions: SectionActions;
  judged: boolean;
  samples?: Samples | null;
  known?: KnownOffer<KnownPerson>;
  /** Sends and takes the codes that prove numbers. */
  codes?: Pick<PhoneProofs, "send" | "confirm">;
};

const SAMPLED = ["name", "idNo", "idValidFrom", "idValidTo", "phone1", "emergencyPhone", "email"] as const;

const SOMEBODY_ELSE = "new";
const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));

/** Who represents, who leads, who is called: roles refer to people, "same as" is a reference and never a copy. */
export function PeopleForm({ view, actions, judged, samples, known: before, codes }: Props) {
  const t = useTranslations("sections");
  const fields = useTranslations("fields.entity");
  const personFields = useTranslations("fields.person");
  const services = view.around.services;
  const codec = useMemo(() => peopleCodec(services.map(({ id }) => id)), [services]);
  const state = useSectionForm(view, codec, actions, judged);
  const { form, saver, recheck } = state;
  const people = useFieldArray({ control: form.control, name: "people", keyName: "key" });
  const values = form.watch();
  const [proven, setProven] = useState(() => new Set(view.provenPhones));
  const proofs = view.provenPhones !== null &&
    codes && {
      ...codes,
      orderId: view.order.id,
      proven,
      save: saver.flush,
      onProven: (phone: string) => {
        setProven((before) => new Set(before).add(phone));
        void recheck();
      },
    };
  const isPerson = view.around.entity.nature === NATURE_PERSON;

  const options = values.people.map(({ id, name }, index) => ({
    value: id,
    label: name || t("people.unnamed", { number: index + 1 }),
  }));
  const withNew = [...options, { value: SOMEBODY_ELSE, label: t("people.somebodyElse") }];

  /** A role changes hands; whoever has no role left goes, whoever is new gets a card. */
  const assign = (write: (id: string) => void) => (chosen: string) => {
    const id = chosen === SOMEBODY_ELSE ? newPartId("ppl", random) : chosen;
    if (chosen === SOMEBODY_ELSE) people.append(emptyPerson(id), { shouldFocus: false });
    write(id);
    const now = form.getValues();
    const named = new Set([now.legalRep, now.entityLead, ...now.serviceLeads.map(({ person }) => person)]);
    const gone = now.people.flatMap((person, index) => (named.has(person.id) ? [] : [index]));
    if (gone.length > 0) people.remove(gone);
  };
  const roleSelect = (name: "legalRep" | "entityLead" | `serviceLeads.${number}.person`, value: string) => (
    <Select
      value={value}
      onChange={(event) => assign((id) => form.setValue(name, id, { shouldDirty: true }))(event.target.value)}
      options={withNew}
    />
  );

  const known = (samples?.people ?? []).map(personToForm);
  /** Whoever is named already gets his own numbers; somebody unnamed becomes whoever is left. */
  const fill = () => {
    const now = form.getValues("people");
    const left = known.filter(({ name }) => !now.some((person) => person.name === name));
    for (const [index, person] of now.entries()) {
      const sample = known.find(({ name }) => name === person.name) ?? (person.name === "" && left.shift());
      if (!sample) continue;
      for (const field of ["idType", ...SAMPLED] as const)
        if (person[field] === "" && !(field === "idValidTo" && person.idLongTerm))
          form.setValue(`people.${index}.${field}`, sample[field], { shouldDirty: true });
    }
  };
  const groups = known.map((person) => ({
    id: person.id,
    title: person.name,
    rows: SAMPLED.slice(1).map((field) => ({ label: personFields(`${field}.label`), value: person[field] })),
  }));

  return (
    <SectionForm
      view={view}
      state={state}
      actions={actions}
      aside={samples && <SampleValues groups={groups} fill={fill} />}
    >
      <FieldGroup
        title={t("people.roles")}
        description={t(isPerson ? "people.rolesText.person" : "people.rolesText.unit")}
      >
        {!isPerson &&
          (["legalRep", "entityLead"] as const).map((role) => (
            <FormField key={role} name={role} label={fields(`${role}.label`)} hint={fields(`${role}.hint`)}>
              {roleSelect(role, values[role])}
            </FormField>
          ))}
        {values.serviceLeads.map(({ service, person }, index) => {
          const found = services.find(({ id }) => id === service);
          const title = (found && titleOf(found)) || t("people.service", { number: index + 1 });
          return (
            <FormField
              key={service}
              name={`serviceLeads.${index}.person`}
              label={t("people.serviceLead")}
              hint={title}
            >
              {roleSelect(`serviceLeads.${index}.person`, person)}
            </FormField>
          );
        })}
      </FieldGroup>
      {people.fields.map((person, index) => (
        <PersonFields
          key={person.key}
          index={index}
          form={form}
          hats={hatsOf(values, person.id)}
          isOrganiser={isPerson && values.entityLead === person.id}
          number={index + 1}
          orderId={view.order.id}
          before={before}
          proofs={proofs || undefined}
        />
      ))}
    </SectionForm>
  );
}

function hatsOf(values: Form, id: string): readonly Hat[] {
  return [
    ...(values.legalRep === id ? (["legalRep"] as const) : []),
    ...(values.entityLead === id ? (["entityLead"] as const) : []),
    ...(values.serviceLeads.some(({ person }) => person === id) ? (["serviceLead"] as const) : []),
  ];
}
