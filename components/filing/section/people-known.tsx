"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { FormField } from "@/components/form/form-field";
import { Select } from "@/components/form/select";
import { refusalText } from "@/lib/messages/refusal-text";
import type { KnownPerson } from "@/lib/usecases/orders/list-known-parts";
import type { KnownPart } from "@/lib/usecases/orders/take-known-part";
import type { Action } from "../actions";
import type { KnownOffer } from "./known-offer";
import { type PeopleForm, personToForm } from "./people-codec";

type HereProps = {
  index: number;
  form: UseFormReturn<PeopleForm>;
  orderId: string;
  /** Whom the account wrote down before. */
  before: KnownOffer<KnownPerson>;
  isOrganiser: boolean;
};

const CONTACTS: readonly string[] = ["phone1", "phone2", "emergencyPhone", "email", "imHandle"];

/** Offered while the card is empty; says where its answers came from once it is filled. */
export function KnownHere({ index, form, orderId, before, isOrganiser }: HereProps) {
  const t = useTranslations("sections.known");
  const [from, setFrom] = useState("");
  const { id, idNo, phone1, email } = form.watch(`people.${index}`);
  const isEmpty = isOrganiser ? phone1 === "" && email === "" : idNo === "";
  const people = before.list.filter(({ sameAs }) => (isOrganiser ? sameAs === id : sameAs === null));
  const fill = (number: string) => (part: KnownPart) => {
    if (part.person === null) return;
    const { id: _, ...taken } = personToForm(part.person);
    // Name and document of an organiser are the entity's.
    for (const [field, value] of Object.entries(taken) as [keyof typeof taken, string | boolean][])
      if (!isOrganiser || CONTACTS.includes(field))
        form.setValue(`people.${index}.${field}`, value, { shouldDirty: true });
    setFrom(number);
    form.setFocus(isOrganiser ? `people.${index}.phone1` : `people.${index}.name`);
  };
  return (
    <>
      {isEmpty && people.length > 0 && (
        <KnownPeople
          name={`people.${index}.known`}
          orderId={orderId}
          people={people}
          take={before.take}
          fill={fill}
        />
      )}
      <p role="status" className="text-muted empty:hidden">
        {from && t("took", { number: from })}
      </p>
    </>
  );
}

type Props = {
  /** Names the field; nothing is stored under it. */
  name: string;
  orderId: string;
  people: readonly KnownPerson[];
  take: Action<KnownPart>;
  fill: (number: string) => (part: KnownPart) => void;
};

/** People this account filed before: choosing one fills the card, nothing is typed twice. */
function KnownPeople({ name, orderId, people, take, fill }: Props) {
  const t = useTranslations("sections.known");
  const errors = useTranslations("errors");
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string>();
  const choose = async (index: string) => {
    const chosen = people[Number(index)];
    if (index === "" || chosen === undefined) return;
    setBusy(true);
    const answer = await take({ orderId, source: chosen.source, personId: chosen.personId }).catch(
      () => null,
    );
    setBusy(false);
    if (answer?.ok) return fill(chosen.number)(answer.value);
    setFailed(answer === null ? t("unreachable") : refusalText(errors, answer.error));
  };
  return (
    <FormField name={name} label={t("person")} hint={t("personHint")} error={failed} optional>
      <Select
        value=""
        disabled={busy}
        onChange={(event) => void choose(event.target.value)}
        options={people.map(({ name: who, idNo, number }, index) => ({
          value: String(index),
          label: t("option", { name: who, idNo, number }),
        }))}
      />
    </FormField>
  );
}
