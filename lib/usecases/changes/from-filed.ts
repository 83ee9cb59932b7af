import { changesBetween, type FieldChange, type GroupChange } from "@/lib/filing/application/changes";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { maskValue } from "@/lib/filing/shared/mask";
import { serverName } from "../orders/views/masked-outline";

export type Servers = readonly { readonly id: string; readonly name: string }[];

/** What an application says otherwise than what is filed; personal values masked, servers by their names. */
export const changesFromFiled = (
  basis: ApplicationDraft,
  app: ApplicationDraft,
  servers: Servers,
): readonly GroupChange[] =>
  changesBetween(basis, app).map((group) => ({
    ...group,
    fields: group.fields.map((field) => {
      const said = (values: FieldChange["after"]) =>
        field.sensitive
          ? values.map((value) => maskValue(field.path, String(value)))
          : field.kind === "resource"
            ? values.map((id) => serverName(servers, id))
            : values;
      return { ...field, before: said(field.before), after: said(field.after) };
    }),
  }));
