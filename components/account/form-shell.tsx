"use client";

import type { ReactNode } from "react";
import { type FieldValues, FormProvider } from "react-hook-form";
import { Form } from "@/components/form/form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { AccountForm } from "./use-account-form";

interface Props<F extends FieldValues> {
  state: AccountForm<F>;
  label: string;
  children: ReactNode;
  /** Beside the button. */
  more?: ReactNode;
  danger?: boolean;
  wide?: boolean;
}

/** What every form about an account looks like: what was refused, its fields, one button. */
export function FormShell<F extends FieldValues>({ state, label, children, more, danger, wide }: Props<F>) {
  return (
    <FormProvider {...state.form}>
      <Form onSubmit={state.submit} className="flex flex-col gap-5">
        {state.refused !== null && (
          <Notice tone="refused" role="alert">
            {state.refused}
          </Notice>
        )}
        {children}
        <div className={wide ? "flex flex-col" : "flex flex-wrap items-center gap-3"}>
          <Button type="submit" variant={danger ? "danger" : "primary"} size="large" loading={state.busy}>
            {label}
          </Button>
          {more}
        </div>
      </Form>
    </FormProvider>
  );
}
