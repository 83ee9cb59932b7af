"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { FormField } from "@/components/form/form-field";
import { Select } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";
import { Button } from "@/components/ui/button";
import { DIVISIONS_AS_OF, listedAs } from "@/lib/filing/policy/divisions/parse";
import type { EntityForm } from "./entity-codec";
import { type GivenDivisions, useDivisions } from "./entity-divisions";

type Form = UseFormReturn<EntityForm>;
type Props = { form: Form; given: GivenDivisions | undefined };

/** City and district by the lists of the province; what they do not have can be written. */
export function EntityPlace({ form, given }: Props) {
  const divisions = useDivisions(form.watch("province"), given);
  const city = form.watch("city");
  const listed = divisions && listedAs(divisions.keys(), city);
  const districts = (listed === undefined ? undefined : divisions?.get(listed)) ?? [];
  /** A district of the city before is none of the new one; what was written by hand stays. */
  const moveTo = (next: string) => {
    const district = form.getValues("district");
    const below = divisions?.get(next) ?? [];
    if (next !== "" && districts.includes(district) && !below.includes(district))
      form.setValue("district", "", { shouldDirty: true });
  };
  return (
    <>
      <PlaceField form={form} name="city" names={divisions && [...divisions.keys()]} onChosen={moveTo} />
      <PlaceField
        key={listed ?? ""}
        form={form}
        name="district"
        names={districts.length > 0 ? districts : undefined}
      />
    </>
  );
}

const BY_HAND = "\u0000by-hand";

type PlaceProps = {
  form: Form;
  name: "city" | "district";
  names: readonly string[] | undefined;
  onChosen?: (name: string) => void;
};

function PlaceField({ form, name, names, onChosen }: PlaceProps) {
  const t = useTranslations("sections.place");
  const fields = useTranslations("fields.entity");
  const [byHand, setByHand] = useState(false);
  const value = form.watch(name);
  // Another default would fight with the value React holds.
  const { defaultValue: _, ...registered } = form.register(name) as ReturnType<Form["register"]> & {
    defaultValue?: string;
  };
  useEffect(() => {
    if (byHand) form.setFocus(name);
  }, [byHand, form, name]);

  const isListed = names !== undefined && (value === "" || listedAs(names, value) !== undefined);
  const options = (names ?? []).map((one) => ({ value: one, label: one }));
  const kept =
    value === "" || names?.includes(value)
      ? []
      : [{ value, label: isListed ? value : t("unlisted", { name: value }) }];
  return (
    <FormField name={name} label={fields(`${name}.label`)} hint={fields(`${name}.hint`)}>
      {names === undefined || byHand ? (
        <TextInput width="medium" {...form.register(name)} />
      ) : (
        <Select
          {...registered}
          value={value}
          onChange={(event) => {
            if (event.target.value === BY_HAND) {
              form.setValue(name, "", { shouldDirty: true });
              setByHand(true);
              return;
            }
            onChosen?.(event.target.value);
            void registered.onChange(event);
          }}
          options={[...kept, ...options, { value: BY_HAND, label: t("byHand") }]}
        />
      )}
      {names !== undefined && byHand && (
        <Button size="small" className="self-start" onClick={() => setByHand(false)}>
          {t("list")}
        </Button>
      )}
      {names !== undefined && !byHand && !isListed && (
        <p className="text-small text-tone-you">{t("kept", { day: DIVISIONS_AS_OF })}</p>
      )}
    </FormField>
  );
}
