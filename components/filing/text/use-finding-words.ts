"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { FindingWords, TextSource } from "@/lib/messages/finding-text";

/** What findings are told with, of the sentences the page was given (parts `rules.<id>`). */
export function useFindingWords(): FindingWords {
  const sentences = useTranslations() as unknown as TextSource;
  const rules = useTranslations("rules") as unknown as TextSource;
  const sources = useTranslations("sources") as unknown as TextSource;
  return useMemo(() => ({ sentences, rules, sources }), [sentences, rules, sources]);
}
