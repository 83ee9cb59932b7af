"use client";

import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { Checkbox } from "@/components/form/choices";
import { FormField } from "@/components/form/form-field";
import { REGISTRATION_DECLARATIONS } from "@/lib/filing/policy/declarations";

/** What the boxes hold: whether they are ticked. Never ticked beforehand. */
export const NOTHING_AGREED = { terms: false, privacy: false };
export type Ticked = typeof NOTHING_AGREED;

/** What was ticked, as it travels: the wording that was read; empty where it was not. */
export const agreedIn = (ticked: Ticked): Readonly<Record<keyof Ticked, string>> => {
  const wording = (id: keyof Ticked) =>
    (ticked[id] && REGISTRATION_DECLARATIONS.find((one) => one.id === id)?.version) || "";
  return { terms: wording("terms"), privacy: wording("privacy") };
};

/** Terms of use and privacy notice, each to be ticked on its own. */
export function Agreed() {
  const t = useTranslations("declarations");
  const { register } = useFormContext<Ticked>();
  return REGISTRATION_DECLARATIONS.map(({ id, version, page }) => (
    <FormField key={id} name={id} label={t(`${id}.${version}.title`)} group stacked hideLabel>
      <Checkbox
        {...register(id)}
        label={t.rich(`${id}.${version}.text`, {
          page: (chunks) => (
            <a href={page} target="_blank" rel="noreferrer" className="link">
              {chunks}
            </a>
          ),
        })}
      />
    </FormField>
  ));
}
