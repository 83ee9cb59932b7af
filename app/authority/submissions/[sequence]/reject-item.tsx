"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { FormField } from "@/components/form/form-field";
import { Select } from "@/components/form/select";
import { TextArea } from "@/components/form/text-input";
import { IconButton } from "@/components/ui/button";
import type { DraftItem, ReasonOption } from "./reject-types";

type Props = {
  number: number;
  item: DraftItem;
  reasons: readonly ReasonOption[];
  missing: boolean;
  onChange: (item: DraftItem) => void;
  onRemove: (() => void) | undefined;
};

/** Reason, place, remarks. Choosing a reason proposes its usual place. */
export function RejectItem({ number, item, reasons, missing, onChange, onRemove }: Props) {
  const t = useTranslations("authority.decision");
  const targets = reasons.find((reason) => reason.code === item.code)?.targets ?? [];
  const chooseReason = (code: string) => {
    const target = reasons.find((reason) => reason.code === code)?.targets[0]?.path ?? "";
    onChange({ ...item, code, target });
  };
  return (
    <fieldset className="flex flex-col gap-4 border-b border-line pb-6">
      <legend className="flex w-full items-center justify-between pb-2 font-semibold">
        {t("item", { n: number })}
        {onRemove && (
          <IconButton label={t("removeItem", { n: number })} onClick={onRemove}>
            <Trash2 aria-hidden />
          </IconButton>
        )}
      </legend>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <FormField
          name={`reason-${item.key}`}
          label={t("reason")}
          error={missing ? t("missing") : undefined}
          stacked
        >
          <Select
            className="w-full"
            value={item.code}
            onChange={(event) => chooseReason(event.target.value)}
            options={reasons.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </FormField>
        <FormField name={`target-${item.key}`} label={t("target")} stacked>
          <Select
            className="w-full"
            value={item.target}
            disabled={targets.length === 0}
            onChange={(event) => onChange({ ...item, target: event.target.value })}
            placeholder={targets.length === 0 ? "" : null}
            options={targets.map(({ path, label }) => ({ value: path, label }))}
          />
        </FormField>
      </div>
      <FormField name={`note-${item.key}`} label={t("note")} hint={t("noteHint")} optional stacked>
        <TextArea
          rows={2}
          limit={1000}
          value={item.text}
          onChange={(event) => onChange({ ...item, text: event.target.value })}
        />
      </FormField>
    </fieldset>
  );
}
