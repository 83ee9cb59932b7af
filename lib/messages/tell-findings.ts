import { getTranslations } from "next-intl/server";
import type { Finding } from "@/lib/filing/rules/types";
import type { FindingWords, TextSource, ToldFinding } from "./finding-text";
import { tell } from "./tell";

/** Findings in the language of the request: pages and actions send sentences, not the catalogue of the book. */
export async function tellFindings(findings: readonly Finding[]): Promise<readonly ToldFinding[]> {
  const words = await findingWords();
  return findings.map((finding) => tell(words, finding));
}

/** What findings are told with, on the server. */
export async function findingWords(): Promise<FindingWords> {
  const [all, rules, sources] = [
    await getTranslations(),
    await getTranslations("rules"),
    await getTranslations("sources"),
  ];
  return {
    sentences: all as unknown as TextSource,
    rules: rules as unknown as TextSource,
    sources: sources as unknown as TextSource,
  };
}
