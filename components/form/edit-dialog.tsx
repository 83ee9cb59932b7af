"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { FieldScope } from "./field-context";

type Props = {
  /** Of what, so that its fields are told apart from those of its neighbours. */
  scope: string;
  title: string;
  description?: string;
  label: string;
  size?: "small";
  /** Said when it was saved. */
  saved: string;
  /** The form; it draws the buttons where its own are, and calls `done` when it was saved. */
  children: (buttons: (saving: boolean) => ReactNode, done: () => void) => ReactNode;
};

/** A form of something that stands in a list, behind a button of its row. */
export function EditDialog({ scope, title, description, label, size, saved, children }: Props) {
  const common = useTranslations("common");
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const buttons = (saving: boolean) => (
    <div className="flex justify-end gap-2">
      <DialogClose render={<Button>{common("cancel")}</Button>} />
      <Button type="submit" variant="primary" loading={saving}>
        {common("save")}
      </Button>
    </div>
  );
  const done = () => {
    setOpen(false);
    toast(saved, "done");
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="wide"
      title={title}
      {...(description !== undefined && { description })}
      trigger={
        <Button {...(size && { size })} aria-label={title}>
          {label}
        </Button>
      }
    >
      <FieldScope value={scope}>{children(buttons, done)}</FieldScope>
    </Dialog>
  );
}
