import type { ReactNode } from "react";
import { Table, TBody, Td, THead, Th, Tr } from "./table";

export interface Column<R> {
  /** Heading of the column; on phones the name beside the value. */
  readonly label: string;
  readonly cell: (row: R) => ReactNode;
  readonly numeric?: boolean;
  /** What a row is called by. */
  readonly strong?: boolean;
}

type Props<R> = {
  label: string;
  columns: readonly Column<R>[];
  rows: readonly R[];
  rowKey: (row: R) => string;
};

/** Rows of one kind under named columns; stacked on phones. For tables that are only read. */
export function DataTable<R>({ label, columns, rows, rowKey }: Props<R>) {
  return (
    <Table label={label} stacked>
      <THead>
        <Tr>
          {columns.map((column) => (
            <Th key={column.label} numeric={column.numeric === true}>
              {column.label}
            </Th>
          ))}
        </Tr>
      </THead>
      <TBody>
        {rows.map((row) => (
          <Tr key={rowKey(row)}>
            {columns.map((column) => (
              <Td
                key={column.label}
                label={column.label}
                numeric={column.numeric === true}
                {...(column.strong ? { className: "font-semibold" } : {})}
              >
                {column.cell(row)}
              </Td>
            ))}
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
