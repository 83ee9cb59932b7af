import "server-only";
import { isIP } from "node:net";
import { parseIsoTime } from "@/lib/messages/iso-time";
import type { ImportProblem, ProblemReason } from "./kinds";
import type { TableRow } from "./table";

const YES = new Set(["yes", "true", "1", "y", "是"]);
const NO = new Set(["no", "false", "0", "n", "否"]);
const DAY_MS = 86_400_000;
const PLACEHOLDER = { flag: false, number: 0, date: 0 } as const;

/** Reads the cells of one row and keeps what is wrong with them; the values of a row with problems are not used. */
export class Cells {
  readonly problems: ImportProblem[] = [];
  constructor(private readonly row: TableRow) {}

  get line(): number {
    return this.row.line;
  }

  refuse(column: string, reason: ProblemReason, params?: ImportProblem["params"]): void {
    this.problems.push({ line: this.line, column, reason, ...(params === undefined ? {} : { params }) });
  }

  /** What is too long reads as "": nothing looks at it any further, for a form may take long over a long text. */
  optional(column: string, max: number): string | null {
    const text = this.row.cells[column] ?? "";
    if (text === "") return null;
    if ([...text].length <= max) return text;
    this.refuse(column, "long", { limit: max });
    return "";
  }

  text(column: string, max: number): string {
    const text = this.optional(column, max);
    if (text === null) this.refuse(column, "empty");
    return text ?? "";
  }

  /** A text of a form; `reason` says that it has another one. */
  formed(column: string, max: number, form: RegExp, reason: ProblemReason): string {
    const text = this.text(column, max);
    if (text !== "" && !form.test(text)) this.refuse(column, reason);
    return text;
  }

  flag(column: string): boolean {
    const text = this.text(column, 10).toLowerCase();
    if (text !== "" && !YES.has(text) && !NO.has(text)) this.refuse(column, "flag");
    return YES.has(text) || PLACEHOLDER.flag;
  }

  number(column: string, max: number): number {
    const text = this.text(column, 10);
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (text !== "" && !(value <= max)) this.refuse(column, "number", { limit: max });
    return Number.isNaN(value) ? PLACEHOLDER.number : value;
  }

  choice<T extends string>(column: string, values: readonly T[]): T | null {
    const text = this.text(column, 40);
    const found = values.find((value) => value.toLowerCase() === text.toLowerCase()) ?? null;
    if (text !== "" && found === null) this.refuse(column, "choice", { values: values.join(", ") });
    return found;
  }

  /** The day as it is written. */
  dayText(column: string): string | null {
    const text = this.optional(column, 40);
    if (text === null || text === "") return null;
    if (/^\d{4}-\d{2}-\d{2}$/.test(text) && parseIsoTime(text) !== undefined) return text;
    this.refuse(column, "date");
    return null;
  }

  /** Midnight of a day, in Asia/Shanghai. */
  day(column: string): number | null {
    const text = this.dayText(column);
    return text === null ? null : (parseIsoTime(text) ?? PLACEHOLDER.date);
  }

  /** The same where it must be given. */
  lastDayGiven(column: string): number {
    if ((this.row.cells[column] ?? "") === "") this.refuse(column, "empty");
    return this.lastDay(column) ?? PLACEHOLDER.date;
  }

  /** The last day something holds: until the midnight after it. */
  lastDay(column: string): number | null {
    const day = this.day(column);
    return day === null ? null : day + DAY_MS;
  }

  ip(column: string): string | null {
    const text = this.optional(column, 45);
    if (text !== null && text !== "" && isIP(text) === 0) this.refuse(column, "ip");
    return text;
  }
}
