import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { type OutlineGroup, outlineOf } from "@/lib/filing/application/outline";
import { maskValue } from "@/lib/filing/shared/mask";
import { serverName } from "../orders/views/masked-outline";

export interface WorkbenchField {
  readonly path: string;
  readonly key: string;
  readonly kind: OutlineGroup["fields"][number]["kind"];
  readonly values: readonly (string | number | boolean)[];
  /** What the last round said, when it said something else. */
  readonly before: readonly (string | number | boolean)[] | null;
  readonly masked: boolean;
}

export interface WorkbenchGroup extends Omit<OutlineGroup, "fields"> {
  readonly fields: readonly WorkbenchField[];
}

/** The answers as a reviewer reads them, with what the last round said; sensitive ones masked unless `whole`. */
export function groupsOf(
  app: ApplicationDraft,
  previous: ApplicationDraft | null,
  whole: boolean,
): readonly WorkbenchGroup[] {
  const before = new Map(
    previous === null
      ? []
      : outlineOf(previous).flatMap((group) => group.fields.map((f) => [f.path, f.values] as const)),
  );
  return outlineOf(app).map((group) => ({
    ...group,
    fields: group.fields.map(({ sensitive, ...field }) => {
      const old = previous === null ? null : (before.get(field.path) ?? []);
      const changed = old !== null && JSON.stringify(old) !== JSON.stringify(field.values);
      const masked = sensitive && !whole;
      const shown = (values: typeof field.values) =>
        masked ? values.map((v) => maskValue(field.path, String(v))) : values;
      return { ...field, values: shown(field.values), before: changed ? shown(old) : null, masked };
    }),
  }));
}

/** A server by the name its renter gave it, a code by its end. */
export function withServerNames(
  groups: readonly WorkbenchGroup[],
  servers: readonly { readonly id: string; readonly name: string }[],
): readonly WorkbenchGroup[] {
  const named = (values: WorkbenchField["values"]) => values.map((id) => serverName(servers, id));
  return groups.map((group) => ({
    ...group,
    fields: group.fields.map((field) =>
      field.kind === "resource"
        ? { ...field, values: named(field.values), before: field.before && named(field.before) }
        : field,
    ),
  }));
}
