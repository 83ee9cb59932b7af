"use client";

import { useTranslations } from "next-intl";
import { EditDialog } from "@/components/form/edit-dialog";
import { editCodeSchema } from "@/lib/filing/codes/code-form";
import type { Action } from "../actions";
import { CodeFields, type CodeValues } from "./code-fields";

type Props = {
  known: { codeId: string; version: number };
  /** The code by its end. */
  name: string;
  initial: CodeValues;
  bound: boolean;
  edit: Action;
};

/** Another account while nobody uses it, other words at any time. */
export function EditCode({ known, name, initial, bound, edit }: Props) {
  const t = useTranslations("authCodes");
  const title = t("editTitle", { name });
  return (
    <EditDialog scope={known.codeId} title={title} label={t("edit")} size="small" saved={t("saved")}>
      {(buttons, done) => (
        <CodeFields
          key={`${known.version}`}
          label={title}
          initial={initial}
          schema={editCodeSchema}
          known={known}
          bound={bound}
          save={edit}
          saved={done}
        >
          {buttons}
        </CodeFields>
      )}
    </EditDialog>
  );
}
