import type { SettingKind, SettingValue } from "@/lib/filing/policy/settings";

/** What the form holds: texts as typed, whatever the kind. */
export interface ChangeForm {
  value: string;
  to: string;
  codes: string[];
  when: "now" | "date";
  date: string;
  reason: string;
}

/** A whole number as typed; anything else as it is, for the check to refuse. */
const number = (text: string): number => (/^\d+$/.test(text.trim()) ? Number(text) : Number.NaN);
const parts = (text: string, by: RegExp) =>
  text
    .split(by)
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** The value as typed into the form of its kind. */
export function formOf(kind: SettingKind, value: SettingValue): ChangeForm {
  const list = Array.isArray(value) ? value.map(String) : [String(value)];
  const [first = "", second = ""] = list;
  const joined = kind.type === "words" ? list.join("\n") : list.join(", ");
  return {
    value: kind.type === "range" ? first : joined,
    to: kind.type === "range" ? second : "",
    codes: kind.type === "codes" ? list : [],
    when: "now",
    date: "",
    reason: "",
  };
}

/** And back; may be no value of the kind, which `settingProblem` says. */
export function typedValue(kind: SettingKind, form: ChangeForm): SettingValue {
  switch (kind.type) {
    case "number":
      return number(form.value);
    case "range":
      return [number(form.value), number(form.to)];
    case "numbers":
      return parts(form.value, /[,，、\s]+/).map(number);
    case "switch":
      return form.value === "true";
    case "choice":
      return form.value;
    case "codes": {
      const codes = form.codes ?? [];
      return kind.table === "natures" ? codes.map(Number) : codes;
    }
    case "words":
      return parts(form.value, /\n/);
  }
}
