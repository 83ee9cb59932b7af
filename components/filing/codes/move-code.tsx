"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { FieldScope } from "@/components/form/field-context";
import { Form } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { Select } from "@/components/form/select";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import type { Refusal } from "@/lib/filing/shared/refusal";
import { refusalText } from "@/lib/messages/refusal-text";
import type { Action } from "../actions";

type Props = {
  known: { codeId: string; version: number };
  name: string;
  servers: readonly { readonly id: string; readonly name: string }[];
  move: Action;
};

/** Another server of the owner for a code. */
export function MoveCode({ known, name, servers, move }: Props) {
  const t = useTranslations("authCodes");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const form = useForm({ defaultValues: { resourceId: "" } });
  const submit = form.handleSubmit(async ({ resourceId }) => {
    setRefused(null);
    if (resourceId === "") {
      form.setError("resourceId", { message: t("moveMissing") }, { shouldFocus: true });
      return;
    }
    const answer = await move({ ...known, resourceId });
    if (!answer.ok) return setRefused(answer.error);
    setOpen(false);
    toast(t("moved"), "done");
    router.refresh();
  });
  const title = t("moveTitle", { name });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={title}
      description={t("moveText")}
      trigger={
        <Button size="small" aria-label={title}>
          {t("move")}
        </Button>
      }
    >
      <FieldScope value={known.codeId}>
        <FormProvider {...form}>
          <Form onSubmit={submit} className="flex flex-col gap-4" aria-label={title}>
            <FormField name="resourceId" label={t("server")} stacked>
              <Select
                options={servers.map(({ id, name }) => ({ value: id, label: name }))}
                {...form.register("resourceId")}
              />
            </FormField>
            <div className="flex justify-end gap-2">
              <DialogClose render={<Button>{common("cancel")}</Button>} />
              <Button type="submit" variant="primary" loading={form.formState.isSubmitting}>
                {t("move")}
              </Button>
            </div>
          </Form>
        </FormProvider>
        {refused && (
          <Notice tone="refused" role="alert">
            {refusalText(errors, refused)}
          </Notice>
        )}
      </FieldScope>
    </Dialog>
  );
}
