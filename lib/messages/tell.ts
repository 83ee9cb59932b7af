import { ruleById } from "@/lib/filing/rules";
import type { Finding } from "@/lib/filing/rules/types";
import { type FindingWords, type ToldFinding, tellBy } from "./finding-text";

/** Sentence, name and source of a finding of the book, which comes with it: pages of the browser bring their own part. */
export const tell = (words: FindingWords, finding: Finding): ToldFinding =>
  tellBy(ruleById(finding.rule), words, finding);
