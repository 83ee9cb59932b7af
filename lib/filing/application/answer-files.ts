/**
 * Pictures that belong to the answer to one rejection item. They are kept like documents, in slots of their own that no
 * order asks for: this code, the item as subject, one side.
 */
export const ANSWER_FILES = { code: "ANSWER", side: "SINGLE", most: 3 } as const;

/** The subject of an item's pictures. */
export const answerSubject = (correctionId: string): string => `corrections[${correctionId}]`;

/** The item a subject names; undefined: it names something else. */
export const correctionOf = (subject: string): string | undefined =>
  /^corrections\[([^\]]+)\]$/.exec(subject)?.[1];

/** The kind of document an item is about, as it is written; undefined: it is about something else. */
export const documentOf = (target: string): string | undefined => /^materials\[([A-Z_]+):/.exec(target)?.[1];
