import { PERMIT_TOPICS } from "../policy/permit-topics";
import { firstWord } from "./word-scan";

const WORDS = PERMIT_TOPICS.filter(({ types }) => types.length > 0).flatMap(({ words }) => words);

/** The first word in a name that points at a permit of another authority (DF §6.10). */
export const permitWord = (name: string): string | undefined => firstWord(WORDS, name);
