import Form from "next/form";
import type { ReactNode } from "react";
import { CheckboxGroup, type Choice, RadioGroup } from "@/components/form/choices";
import { Button } from "@/components/ui/button";

/** Questions of a guide, sent by GET: an address says all, and nothing is stored. */
export function QuestionForm({
  action,
  label,
  submit,
  state,
  children,
}: {
  action: string;
  label: string;
  submit: string;
  state: unknown;
  children: ReactNode;
}) {
  return (
    // A new address means new values: without the key the browser would keep what was chosen.
    <Form
      key={JSON.stringify(state)}
      action={action}
      aria-label={label}
      data-no-print
      className="flex flex-col gap-6"
    >
      {children}
      <div>
        <Button type="submit" variant="primary">
          {submit}
        </Button>
      </div>
    </Form>
  );
}

type QuestionProps = {
  name: string;
  legend: string;
  hint?: string;
  options: readonly Choice[];
};

export function Question({ name, legend, hint, options, value }: QuestionProps & { value: string }) {
  return (
    <Asked legend={legend} hint={hint}>
      <RadioGroup name={name} options={options} defaultValue={value} />
    </Asked>
  );
}

/** Several answers to one question. */
export function Questions({
  name,
  legend,
  hint,
  options,
  values,
}: QuestionProps & { values: readonly string[] }) {
  return (
    <Asked legend={legend} hint={hint}>
      <CheckboxGroup name={name} options={options} defaultValue={values} look="cards" />
    </Asked>
  );
}

function Asked({
  legend,
  hint,
  children,
}: {
  legend: string;
  hint: string | undefined;
  children: ReactNode;
}) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 font-semibold">{legend}</legend>
      {hint && <p className="-mt-1 mb-2 text-muted">{hint}</p>}
      {children}
    </fieldset>
  );
}
