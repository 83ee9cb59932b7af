/** Letters and figures that nobody mixes up when they are read out: no 0, 1, I, O. Thirty-two, five bits each. */
export const CODE_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
export const CODE_LENGTH = 20;
const GROUP = /.{5}(?=.)/g;
const FORM = new RegExp(`^[${CODE_ALPHABET}]{${CODE_LENGTH}}$`);

/** As it is compared: what people do to a code when they pass it on does not matter. */
export const normaliseCode = (typed: string): string => typed.replace(/[\s‐-―-]/gu, "").toUpperCase();

/** Could it be one of ours? Anything else is not even looked up. */
export const isCode = (normalised: string): boolean => FORM.test(normalised);

/** As it is shown: in groups of five. */
export const formatCode = (normalised: string): string => normalised.replace(GROUP, "$&-");

/** For those who need to tell codes apart and must not use them. */
export const maskCode = (typed: string): string => `····-${normaliseCode(typed).slice(-4)}`;
