import Form from "next/form";
import type { ReactNode } from "react";
import { type Option, Select } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";

type FieldProps = { name: string; label: string; value: string | undefined };

/** A labelled choice of a GET form; it works without a script. */
export function FilterSelect({
  name,
  label,
  value,
  any,
  options,
}: FieldProps & { any?: string; options: readonly Option[] }) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={`f-${name}`} className="text-small font-semibold text-muted">
        {label}
      </label>
      <Select
        id={`f-${name}`}
        name={name}
        defaultValue={value ?? ""}
        options={options}
        placeholder={any ?? null}
        className="w-full"
      />
    </div>
  );
}

export function FilterText({
  name,
  label,
  value,
  placeholder,
  type = "search",
}: FieldProps & { placeholder?: string; type?: "search" | "date" }) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={`f-${name}`} className="text-small font-semibold text-muted">
        {label}
      </label>
      <TextInput
        id={`f-${name}`}
        name={name}
        type={type}
        defaultValue={value}
        {...(placeholder && { placeholder })}
      />
    </div>
  );
}

type FormProps = {
  action: string;
  label: string;
  submit: string;
  clear?: { label: string; active: boolean };
  state: unknown;
  children: ReactNode;
};

/** Filters of a public page: sent by GET, so that an address says all and can be passed on. */
export function FilterForm({ action, label, submit, clear, state, children }: FormProps) {
  return (
    // A new address means new values: without the key the browser would keep what was typed.
    <Form
      key={JSON.stringify(state)}
      action={action}
      aria-label={label}
      data-no-print
      className="mb-6 grid grid-cols-1 items-end gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-4"
    >
      {children}
      <div className="flex min-h-10 flex-wrap items-center gap-3">
        <Button type="submit" variant="primary">
          {submit}
        </Button>
        {clear?.active && (
          <Link href={action} className="link">
            {clear.label}
          </Link>
        )}
      </div>
    </Form>
  );
}

export function FilterNumber({
  name,
  label,
  value,
  min,
  max,
}: {
  name: string;
  label: string;
  value: number;
  min: number;
  max: number;
}) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={`f-${name}`} className="text-small font-semibold text-muted">
        {label}
      </label>
      <TextInput id={`f-${name}`} name={name} type="number" defaultValue={value} min={min} max={max} />
    </div>
  );
}
