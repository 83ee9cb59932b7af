"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { FormField } from "@/components/form/form-field";
import { Select } from "@/components/form/select";
import {
  CERTS_BY_NATURE,
  type CertType,
  NATURE_PERSON,
  NATURES,
  type Nature,
} from "@/lib/filing/application/codes";
import type { EntityForm } from "./entity-codec";
import type { PageView } from "./page-view";

type Props = { view: PageView; form: UseFormReturn<EntityForm> };
type Said = { kind: "kept" } | { kind: "lost" | "replaced"; cert: number };

/**
 * What kind of organisation it is. Another kind has other certificates: whatever fits both stays, and what had to go is
 * said. Persons and organisations never change into each other: the account says which it is.
 */
export function EntityNature({ view, form }: Props) {
  const t = useTranslations("sections.nature");
  const fields = useTranslations("fields.entity");
  const codes = useTranslations("codes");
  const [said, setSaid] = useState<Said | null>(null);
  const value = form.watch("nature");
  const offered = NATURES.filter(
    (nature) => nature !== NATURE_PERSON && (view.natures.includes(nature) || String(nature) === value),
  );
  const change = (next: string) => {
    form.setValue("nature", next, { shouldDirty: true });
    const certs = CERTS_BY_NATURE[Number(next) as Nature] ?? [];
    const cert = form.getValues("certType");
    if (cert === "" || certs.includes(Number(cert) as CertType)) return setSaid({ kind: "kept" });
    const [only, ...more] = certs;
    form.setValue("certType", more.length === 0 && only !== undefined ? String(only) : "", {
      shouldDirty: true,
    });
    setSaid({ kind: more.length === 0 ? "replaced" : "lost", cert: Number(cert) });
  };
  return (
    <FormField name="nature" label={fields("nature.label")} hint={fields("nature.hint")}>
      <Select
        value={value}
        onChange={(event) => change(event.target.value)}
        placeholder={null}
        options={offered.map((code) => ({ value: String(code), label: codes(`nature.${code}` as never) }))}
      />
      <p role="status" className="text-tone-you empty:hidden">
        {said &&
          (said.kind === "kept" ? t("kept") : t(said.kind, { cert: codes(`cert.${said.cert}` as never) }))}
      </p>
    </FormField>
  );
}
