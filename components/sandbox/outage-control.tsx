"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormField } from "@/components/form/form-field";
import { Select } from "@/components/form/select";
import { Button } from "@/components/ui/button";
import { type SandboxAction, useSandboxAction } from "./use-sandbox-action";

type Props = { outages: readonly string[]; current: string; set: SandboxAction };

/** Breaks a carrier of messages, or mends it. */
export function OutageControl({ outages, current, set }: Props) {
  const t = useTranslations("sandbox.clock.outage");
  const { call, pending } = useSandboxAction(set);
  const [outage, choose] = useState(current);
  return (
    <div className="flex flex-col items-start gap-4">
      <p className="text-muted">{t("text")}</p>
      <FormField name="outage" label={t("label")} stacked optional={false}>
        <Select
          placeholder={null}
          value={outage}
          onChange={(event) => choose(event.target.value)}
          options={outages.map((value) => ({ value, label: t(`kind.${value}` as never) }))}
        />
      </FormField>
      <Button loading={pending === "set"} onClick={() => call("set", { outage }, t("done"))}>
        {t("set")}
      </Button>
    </div>
  );
}
