import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { type OutlineField, type OutlineGroup, outlineOf } from "@/lib/filing/application/outline";
import { maskValue } from "@/lib/filing/shared/mask";
import { serverName } from "../orders/views/masked-outline";

export interface WorkbenchField {
  readonly path: string;
  readonly key: string;
  readonly kind: OutlineGroup["fields"][number]["kind"];
  readonly values: readonly (string | number | boolean)[];
  /** What the last round said, when it said something else. */
  readonly before: readonly (string | number | boolean)[] | null;
  /** What is filed, where the order changes it; null in every other order. */
  readonly filed: readonly (string | number | boolean)[] | null;
  /** The order says something else than what is filed; what is masked alike may still differ. */
  readonly differs: boolean;
  /** Filed, and no longer in the order: nothing to be corrected there. */
  readonly gone: boolean;
  readonly masked: boolean;
}

export interface WorkbenchGroup extends Omit<OutlineGroup, "fields"> {
  readonly fields: readonly WorkbenchField[];
}

/**
 * The answers as a reviewer reads them, with what the last round said and, of a change, what is filed; sensitive ones
 * masked unless `whole`.
 */
export function groupsOf(
  app: ApplicationDraft,
  previous: ApplicationDraft | null,
  basis: ApplicationDraft | null,
  whole: boolean,
): readonly WorkbenchGroup[] {
  const [before, filed] = [valuesOf(previous), valuesOf(basis)];
  const now = outlineOf(app);
  const view = ({ sensitive, ...field }: OutlineField, gone: boolean): WorkbenchField => {
    const old = before === null ? null : (before.get(field.path) ?? []);
    const changed = old !== null && JSON.stringify(old) !== JSON.stringify(field.values);
    const was = filed === null ? null : (filed.get(field.path) ?? []);
    const masked = sensitive && !whole;
    const shown = (values: OutlineField["values"]) =>
      masked ? values.map((v) => maskValue(field.path, String(v))) : values;
    return {
      ...field,
      values: gone ? [] : shown(field.values),
      before: changed && !gone ? shown(old) : null,
      filed: was === null ? null : shown(was),
      differs: was !== null && (gone || JSON.stringify(was) !== JSON.stringify(field.values)),
      ...{ gone, masked },
    };
  };
  const old = basis === null ? [] : outlineOf(basis);
  const went = old.filter(({ subject }) => !now.some((group) => group.subject === subject));
  return [
    ...now.map((group) => {
      const had = old.find(({ subject }) => subject === group.subject)?.fields ?? [];
      const left = had.filter(({ path }) => !group.fields.some((field) => field.path === path));
      return {
        ...group,
        fields: [
          ...group.fields.map((field) => view(field, false)),
          ...left.map((field) => view(field, true)),
        ],
      };
    }),
    ...went.map((group) => ({ ...group, fields: group.fields.map((field) => view(field, true)) })),
  ];
}

const valuesOf = (app: ApplicationDraft | null) =>
  app === null
    ? null
    : new Map(outlineOf(app).flatMap(({ fields }) => fields.map((f) => [f.path, f.values] as const)));

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
        ? {
            ...field,
            values: named(field.values),
            before: field.before && named(field.before),
            filed: field.filed && named(field.filed),
          }
        : field,
    ),
  }));
}
