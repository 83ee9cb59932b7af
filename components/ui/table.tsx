import { clsx } from "clsx";
import type { ComponentProps } from "react";

/**
 * Dense table, 40-px rows. `stacked` turns each row into a card on phones (give every `Td` a `label`);
 * otherwise it scrolls sideways inside its own frame, reachable by keyboard.
 */
export function Table({ stacked, className, frameClassName, label, children, ...rest }: TableProps) {
  return (
    <section
      tabIndex={stacked ? undefined : 0}
      aria-label={label}
      className={clsx("overflow-x-auto", frameClassName)}
    >
      <table
        {...rest}
        data-stacked={stacked || undefined}
        className={clsx("group/table w-full border-collapse text-left", className)}
      >
        {children}
      </table>
    </section>
  );
}

export type TableProps = ComponentProps<"table"> & {
  stacked?: boolean;
  label: string;
  /** Classes of the frame around it. */
  frameClassName?: string;
};

/** Head of a table, staying in sight while its rows scroll. */
export function THead({ className, ...rest }: ComponentProps<"thead">) {
  return (
    <thead
      {...rest}
      className={clsx("sticky top-0 z-10 bg-surface max-sm:group-data-stacked/table:sr-only", className)}
    />
  );
}

export function TBody({ className, ...rest }: ComponentProps<"tbody">) {
  return <tbody {...rest} className={className} />;
}

/** A row; hover is marked, `selected` stays marked. */
export function Tr({ selected, className, ...rest }: ComponentProps<"tr"> & { selected?: boolean }) {
  return (
    <tr
      {...rest}
      aria-selected={selected}
      className={clsx(
        "group/row border-b border-line last:border-0 hover:bg-accent-wash focus-within:bg-accent-wash",
        "max-sm:group-data-stacked/table:block max-sm:group-data-stacked/table:px-4 max-sm:group-data-stacked/table:py-3",
        "[thead_&]:bg-transparent [thead_&]:hover:bg-transparent",
        selected && "bg-accent-wash",
        className,
      )}
    />
  );
}

type CellProps = { align?: "start" | "end"; numeric?: boolean };

export function Th({ align, numeric, className, ...rest }: Omit<ComponentProps<"th">, "align"> & CellProps) {
  return (
    <th
      scope="col"
      {...rest}
      className={clsx(
        "h-10 px-3 text-small font-semibold whitespace-nowrap text-muted first:pl-4 last:pr-4 sm:first:pl-6 sm:last:pr-6",
        (numeric || align === "end") && "text-right",
        className,
      )}
    />
  );
}

/** A cell; `label` is the column's name, shown beside the value when rows are stacked. */
export function Td({
  align,
  numeric,
  label,
  className,
  children,
  ...rest
}: Omit<ComponentProps<"td">, "align"> & CellProps & { label?: string }) {
  return (
    <td
      {...rest}
      className={clsx(
        "h-10 px-3 py-2 align-middle first:pl-4 last:pr-4 sm:first:pl-6 sm:last:pr-6",
        "max-sm:group-data-stacked/table:flex max-sm:group-data-stacked/table:h-auto",
        "max-sm:group-data-stacked/table:items-baseline max-sm:group-data-stacked/table:justify-between",
        "max-sm:group-data-stacked/table:gap-4 max-sm:group-data-stacked/table:p-0 max-sm:group-data-stacked/table:py-1",
        (numeric || align === "end") && "text-right",
        className,
      )}
    >
      {label && (
        <span aria-hidden className="hidden shrink-0 text-muted max-sm:group-data-stacked/table:inline">
          {label}
        </span>
      )}
      {label ? (
        <span className="min-w-0 max-sm:group-data-stacked/table:text-right">{children}</span>
      ) : (
        children
      )}
    </td>
  );
}
