"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "./button";
import { Dialog, DialogClose } from "./dialog";
import { Notice } from "./notice";

type Props<R extends string> = {
  title: string;
  text: string;
  /** On the button that opens it, and on the one that does it. */
  button: string;
  confirm: string;
  legend: string;
  reasons: readonly { readonly code: R; readonly label: string }[];
  first: R;
  busy: boolean;
  error: string | null;
  /** Whether it was done; then the dialog closes. */
  act: (reason: R) => Promise<boolean>;
};

/** A step that takes something away and is written down with one of a few reasons. */
export function ReasonDialog<R extends string>({ reasons, first, busy, error, act, ...words }: Props<R>) {
  const common = useTranslations("common");
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState(first);
  const id = useId();
  const send = async () => {
    if (await act(reason)) setOpen(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={words.title}
      description={words.text}
      trigger={<Button variant="danger">{words.button}</Button>}
      footer={
        <>
          <DialogClose render={<Button>{common("cancel")}</Button>} />
          <Button variant="danger" loading={busy} onClick={() => void send()}>
            {words.confirm}
          </Button>
        </>
      }
    >
      {error !== null && (
        <Notice tone="refused" role="alert">
          {error}
        </Notice>
      )}
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 font-semibold">{words.legend}</legend>
        {reasons.map(({ code, label }) => (
          <label key={code} htmlFor={`${id}-${code}`} className="flex items-center gap-2">
            <input
              id={`${id}-${code}`}
              type="radio"
              name={id}
              checked={reason === code}
              onChange={() => setReason(code)}
              className="size-4 accent-accent"
            />
            {label}
          </label>
        ))}
      </fieldset>
    </Dialog>
  );
}
