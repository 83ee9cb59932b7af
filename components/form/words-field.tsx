import type { ReactNode } from "react";

type Props = {
  /** Base of the ids: the label's, and those of hint and error (`${id}-hint`, `${id}-error`). */
  id: string;
  label: string;
  value: string;
  onChange: (words: string) => void;
  onBlur?: () => void;
  /** What is expected; gives way to the error. */
  hint?: ReactNode;
  /** What is wrong with it; said at once. */
  error?: string | undefined;
  rows?: number;
  /** Most characters; the schema of the action has the same. */
  most?: number;
  /** Below the box, for what changes while one writes. */
  children?: ReactNode;
};

/** A few words to somebody, outside of forms: a reason, a note, an explanation. */
export function WordsField({
  id,
  label,
  value,
  onChange,
  onBlur,
  hint,
  error,
  rows = 3,
  most = 1000,
  children,
}: Props) {
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
      </label>
      <textarea
        id={id}
        rows={rows}
        maxLength={most}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={describedBy || undefined}
        className="control-edge w-full px-3 py-2 text-form"
      />
      {error !== undefined && (
        <p id={`${id}-error`} role="alert" className="font-semibold text-tone-refused">
          {error}
        </p>
      )}
      {hint && error === undefined && (
        <p id={`${id}-hint`} className="text-small text-muted">
          {hint}
        </p>
      )}
      {children}
    </div>
  );
}
