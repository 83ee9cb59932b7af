import type { FieldValues, UseFormReturn } from "react-hook-form";
import type { SummaryError } from "@/components/form/error-summary";
import type { UseAutosave } from "@/components/form/use-autosave";
import type { SectionValue } from "@/lib/filing/application/draft-sections";
import type { ToldFinding } from "@/lib/messages/finding-text";
import type { StoredSection } from "@/lib/usecases/orders/read-draft-section";
import type { Action } from "../actions";
import type { useFiledNotes } from "./filed-notes";

/** Server actions a page of the form needs. */
export interface SectionActions {
  readonly judge: Action<{ findings: readonly ToldFinding[] }>;
  readonly answer: Action;
}

export interface SectionState<F extends FieldValues> {
  readonly form: UseFormReturn<F>;
  readonly saver: UseAutosave<SectionValue>;
  readonly errors: readonly SummaryError[];
  readonly attempt: number;
  /** Warnings and hints, shown beside the form whatever was judged. */
  readonly advice: readonly ToldFinding[];
  readonly leaving: boolean;
  readonly proceed: () => Promise<void>;
  /** Asks the server again what stands against the page: a fact has changed, though nothing was typed. */
  readonly recheck: () => Promise<void>;
  /** Shows the section as the server holds it, in place of what stands in the form. */
  readonly take: (stored: StoredSection) => void;
  /** The section as it stands in the form now. */
  readonly current: () => SectionValue;
  /** Of a change: what is filed, by field. */
  readonly notes: ReturnType<typeof useFiledNotes>;
}
