import { getTranslations } from "next-intl/server";
import type { OutlineField, OutlineGroup } from "@/lib/filing/application/outline";
import { fieldLabels, formatValues, valueWords } from "@/lib/messages/field-text";
import type { Locale } from "@/lib/messages/locales";

/** Turns codes and id paths of a submission into the reader's words. */
export interface Labels {
  readonly field: (field: OutlineField) => string;
  readonly value: (field: OutlineField) => string;
  readonly material: (code: string) => string;
  readonly reason: (code: string) => string;
  readonly group: (group: OutlineGroup) => string;
  /** `entity`, `people[x]`, `services[y]`. */
  readonly subject: (subject: string) => string;
  /** Id path of a field, `materials[CODE:subject]`, or `order`. */
  readonly target: (path: string) => string;
}

const MATERIAL = /^materials\[([A-Z_]+):(.+)\]$/;

export async function labelsOf(outline: readonly OutlineGroup[], locale: Locale): Promise<Labels> {
  const t = await getTranslations("authority");
  const materials = await getTranslations("materials");
  const reasons = await getTranslations("rejections");
  const [fieldLabel, words] = await Promise.all([fieldLabels(), valueWords(locale)]);

  const material = (code: string) => materials(`${code}.name` as never);
  const group = ({ title }: OutlineGroup) => title || t("submission.untitled");
  const subject = (name: string) => {
    const found = outline.find((one) => one.subject === name);
    return name === "entity" || !found ? t("target.entity") : group(found);
  };
  const target = (path: string) => {
    if (path === "order") return t("target.order");
    const [, code, owner] = MATERIAL.exec(path) ?? [];
    if (code !== undefined && owner !== undefined) return `${material(code)} · ${subject(owner)}`;
    const part = outline.find((one) => path.startsWith(`${one.subject}.`));
    const field = part?.fields.find((one) => one.path === path);
    if (!part) return t("target.order");
    return field ? `${subject(part.subject)} · ${fieldLabel(field.key)}` : subject(part.subject);
  };
  return {
    field: (field) => fieldLabel(field.key),
    value: (field) => formatValues(words, field.kind, field.values),
    material,
    reason: (code) => reasons(`${code}.name` as never),
    group,
    subject,
    target,
  };
}
