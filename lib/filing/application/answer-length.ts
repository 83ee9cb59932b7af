/** Characters of an answer to one rejection item; an explanation shorter than this explains nothing. */
export const ANSWER_LENGTH = { explained: 4, most: 500 } as const;
