import { getTranslations } from "next-intl/server";
import type { OutlineField, OutlineGroup } from "@/lib/filing/application/outline";
import { provinceName } from "@/lib/messages/codes";
import type { Locale } from "@/lib/messages/locales";

/** Turns codes and id paths of a submission into the reader's words. */
export interface Labels {
  field(field: OutlineField): string;
  value(field: OutlineField): string;
  material(code: string): string;
  reason(code: string): string;
  orderType(code: string): string;
  group(group: OutlineGroup): string;
  /** `entity`, `people[x]`, `services[y]`. */
  subject(subject: string): string;
  /** Id path of a field, `materials[CODE:subject]`, or `order`. */
  target(path: string): string;
}

const MATERIAL = /^materials\[([A-Z_]+):(.+)\]$/;

/** The words of one submission; without an outline only codes can be named. */
export async function labelsOf(outline: readonly OutlineGroup[], locale: Locale): Promise<Labels> {
  const t = await getTranslations();
  const own = await getTranslations("authority");
  const isSentence = (id: string) => t.has(id as never) && typeof t.raw(id as never) === "string";
  /** The catalogues name some things directly and some with `name`, `label` and a text beside it. */
  const word = (id: string, fallback: string): string => {
    const found = [id, `${id}.label`, `${id}.name`].find(isSentence);
    return found === undefined ? fallback : t(found as never);
  };

  const labels: Labels = {
    field: (field) => word(`fields.${field.key}`, field.key),
    value(field) {
      const one = (value: string | number | boolean): string => {
        if (field.kind === "flag") return t(value === true ? "common.yes" : "common.no");
        if (field.kind === "province") return provinceName(String(value), locale);
        return word(`codes.${field.kind}.${value}`, String(value));
      };
      return field.values.map(one).join(locale === "en" ? ", " : "、");
    },
    material: (code) => word(`materials.${code}`, code),
    reason: (code) => word(`rejections.${code}`, code),
    orderType: (code) => word(`orderTypes.${code}`, code),
    group: (group) => group.title || own("submission.untitled"),
    subject(subject) {
      if (subject === "entity") return own("target.entity");
      const group = outline.find((one) => one.subject === subject);
      return group ? labels.group(group) : subject;
    },
    target(path) {
      if (path === "order") return own("target.order");
      const [, code, subject] = MATERIAL.exec(path) ?? [];
      if (code !== undefined && subject !== undefined)
        return `${labels.material(code)} · ${labels.subject(subject)}`;
      const group = outline.find((one) => path.startsWith(`${one.subject}.`));
      const field = group?.fields.find((one) => one.path === path);
      if (!group) return path;
      return field
        ? `${labels.subject(group.subject)} · ${labels.field(field)}`
        : labels.subject(group.subject);
    },
  };
  return labels;
}
