import type { FieldErrors } from "react-hook-form";
import type { SummaryError } from "./error-summary";

function isLeaf(value: object): value is { message?: unknown; type: unknown } {
  return "type" in value && (typeof value.type === "string" || typeof value.type === "number");
}

/** react-hook-form's tree of errors as a list for `ErrorSummary`, in the order of the tree. */
export function summaryErrors(errors: FieldErrors, prefix = ""): SummaryError[] {
  return Object.entries(errors).flatMap(([key, value]): SummaryError[] => {
    if (typeof value !== "object" || value === null || key === "ref") return [];
    const name = prefix ? `${prefix}.${key}` : key;
    if (isLeaf(value)) return typeof value.message === "string" ? [{ name, message: value.message }] : [];
    return summaryErrors(value as FieldErrors, name);
  });
}
