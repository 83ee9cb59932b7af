import type { HandoverFactType, HandoverRecord } from "@/lib/filing/handover/records";
import type { FieldRefusal } from "@/lib/filing/shared/refusal";

/** What the form holds while it is being filled in. */
export interface RecordValues {
  record: string;
  personId: string;
  cause: string;
  code: string;
  target: string;
  entityNumber: string;
  services: Record<string, string>;
  items: { code: string; target: string; text: string }[];
}

const EMPTY: RecordValues = {
  record: "",
  personId: "",
  cause: "",
  code: "",
  target: "",
  entityNumber: "",
  services: {},
  items: [{ code: "", target: "", text: "" }],
};

const NEEDED: Partial<Record<HandoverFactType, readonly (keyof RecordValues)[]>> = {
  smsDone: ["personId"],
  smsFailed: ["cause"],
  refused: ["code"],
  conflict: ["code", "target"],
};

/** What the authority gave before stands in the form from the start; nobody types it. */
export const startOf = (known: {
  readonly knownEntity: string | null;
  readonly services: readonly { readonly id: string; readonly number: string | null }[];
}): RecordValues => ({
  ...EMPTY,
  entityNumber: known.knownEntity ?? "",
  services: Object.fromEntries(known.services.map(({ id, number }) => [id, number ?? ""])),
});

/** Choices not made yet; what was typed is judged by the server. */
export function missing(values: RecordValues): readonly FieldRefusal[] {
  if (values.record === "") return [{ path: "record", reason: "handover.record-missing" }];
  if (values.record === "rejected")
    return values.items.flatMap(({ code }, index) =>
      code === "" ? [{ path: `items.${index}.code`, reason: "handover.choose" }] : [],
    );
  return (NEEDED[values.record as HandoverFactType] ?? [])
    .filter((field) => values[field] === "")
    .map((field) => ({ path: field, reason: "handover.choose" }));
}

/** The record that the form says; the action parses it strictly. */
export function recordFrom(values: RecordValues): HandoverRecord {
  const { record: type, personId, cause, code, target, entityNumber, services, items } = values;
  const said: Record<string, object> = {
    smsDone: { personId },
    smsFailed: { cause },
    refused: { code },
    conflict: { code, target },
    approved: { entityNumber, services },
    rejected: {
      items: items.map(({ text, ...item }) => ({ ...item, text: text.trim() === "" ? null : text })),
    },
  };
  return { type, ...said[type] } as HandoverRecord;
}
