"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FieldScope } from "@/components/form/field-context";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
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
  const common = useTranslations("common");
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const save = async (input: unknown) => {
    const answer = await edit(input);
    if (!answer.ok) return answer.error;
    setOpen(false);
    toast(t("saved"), "done");
    router.refresh();
    return null;
  };
  const title = t("editTitle", { name });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="wide"
      title={title}
      trigger={
        <Button size="small" aria-label={title}>
          {t("edit")}
        </Button>
      }
    >
      <FieldScope value={known.codeId}>
        <CodeFields
          key={`${known.version}`}
          label={title}
          initial={initial}
          schema={editCodeSchema}
          known={known}
          bound={bound}
          save={save}
        >
          {(saving) => (
            <div className="flex justify-end gap-2">
              <DialogClose render={<Button>{common("cancel")}</Button>} />
              <Button type="submit" variant="primary" loading={saving}>
                {common("save")}
              </Button>
            </div>
          )}
        </CodeFields>
      </FieldScope>
    </Dialog>
  );
}
