import type { ApplicationDraft } from "./draft";
import { type OutlineField, type OutlineGroup, outlineOf } from "./outline";

/** One answer that is not what it was. */
export interface FieldChange extends Omit<OutlineField, "values"> {
  readonly before: OutlineField["values"];
  readonly after: OutlineField["values"];
}

/** A part of the application that changed, came or went; of one that came or went, the answers it has or had. */
export interface GroupChange extends Pick<OutlineGroup, "kind" | "subject" | "title"> {
  readonly change: "changed" | "added" | "removed";
  readonly fields: readonly FieldChange[];
}

const NOTHING: OutlineField["values"] = [];
const same = (a: OutlineField["values"], b: OutlineField["values"]) =>
  JSON.stringify(a) === JSON.stringify(b);

/** Answers that are not what they were, in the order of the later list; then those that went. */
export function fieldsBetween(
  before: readonly OutlineField[],
  after: readonly OutlineField[],
): FieldChange[] {
  const old = new Map(before.map((field) => [field.path, field]));
  const now = new Map(after.map((field) => [field.path, field]));
  const gone = before.filter(({ path }) => !now.has(path));
  return [...after, ...gone].flatMap(({ values: _values, ...field }) => {
    const [was, is] = [old.get(field.path)?.values ?? NOTHING, now.get(field.path)?.values ?? NOTHING];
    return same(was, is) ? [] : [{ ...field, before: was, after: is }];
  });
}

/** What two versions of an application say differently, part by part, in the order of the later one. */
export function changesBetween(before: ApplicationDraft, after: ApplicationDraft): readonly GroupChange[] {
  const [old, now] = [outlineOf(before), outlineOf(after)];
  const find = (groups: readonly OutlineGroup[], subject: string) =>
    groups.find((group) => group.subject === subject);
  const gone = old.filter(({ subject }) => find(now, subject) === undefined);
  return [...now, ...gone].flatMap(({ kind, subject, title }): GroupChange[] => {
    const [was, is] = [find(old, subject), find(now, subject)];
    const fields = fieldsBetween(was?.fields ?? [], is?.fields ?? []);
    const change = was === undefined ? "added" : is === undefined ? "removed" : "changed";
    return fields.length === 0 && change === "changed" ? [] : [{ kind, subject, title, change, fields }];
  });
}
