import type { FiledSection } from "@/lib/filing/application/draft-sections";
import { FILED_CHECKS } from "@/lib/filing/application/filed-checks";
import { type Codec, filled } from "./codec";

const FLAGS = [...FILED_CHECKS, "cancelFirst"] as const;
type Flag = (typeof FLAGS)[number];

export type FiledRowForm = Record<Flag, boolean> & { id: string; number: string };
export interface FiledForm {
  rows: FiledRowForm[];
}

export const filedCodec: Codec<FiledForm, FiledSection> = {
  toForm: ({ filedServices }) => ({
    rows: filedServices.map((row) => ({
      ...(Object.fromEntries(FLAGS.map((flag) => [flag, row[flag] ?? false])) as Record<Flag, boolean>),
      id: row.id,
      number: row.number ?? "",
    })),
  }),
  fromForm: ({ rows }) => ({ filedServices: rows.map((row) => filled(row)) }),
  nameOf: ({ rows }, path) => {
    const [, id, field] = /^filedServices\[([^\]]+)\](?:\.(\w+))?$/.exec(path) ?? [];
    const index = rows.findIndex((row) => row.id === id);
    if (index < 0) return undefined;
    // What is said of a service as a whole stands at its first box.
    const flag = field ?? "opens";
    return `rows.${index}.${rows[index]?.cancelFirst ? "cancelFirst" : flag}`;
  },
};
