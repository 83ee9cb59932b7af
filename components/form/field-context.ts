"use client";

import { createContext, type ReactNode, useContext } from "react";

/** What a field tells the control inside it. */
export type FieldState = {
  id: string;
  name: string;
  required: boolean;
  invalid: boolean;
  /** Ids of hint, error and counter, in reading order. */
  describedBy: string | undefined;
  labelId: string;
};

export const FieldContext = createContext<FieldState | undefined>(undefined);

/** Set around a form that stands beside another one with fields of the same names, as in a dialog: their ids differ. */
export const FieldScope = createContext("");

/** What a page knows of a field beside what is typed: why it cannot be changed, what stood there before. */
export interface FieldNote {
  /** In place of the control. */
  readonly locked?: ReactNode;
  /** Below it. */
  readonly below?: ReactNode;
}
export const FieldNotes = createContext<((name: string) => FieldNote | undefined) | undefined>(undefined);

/** Attributes a control takes from the `FormField` around it; none outside one. */
export function useFieldProps() {
  const field = useContext(FieldContext);
  if (!field) return {};
  return {
    id: field.id,
    "aria-describedby": field.describedBy,
    "aria-invalid": field.invalid || undefined,
    "aria-required": field.required || undefined,
  } as const;
}

export function useField(): FieldState | undefined {
  return useContext(FieldContext);
}

/** The id of the control of a path: what an error summary links to. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^\w-]+/g, "-")}`;
}
