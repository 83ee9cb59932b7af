"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { Finding } from "@/lib/filing/rules/types";
import { type TextSource, type ToldFinding, tell } from "@/lib/messages/finding-text";

/** Tells findings of rules whose sentences the page was given (parts `rules.<id>`, and `provinces.note`). */
export function useTell(): (finding: Finding) => ToldFinding {
  const sentences = useTranslations() as unknown as TextSource;
  const rules = useTranslations("rules") as unknown as TextSource;
  const sources = useTranslations("sources") as unknown as TextSource;
  return useCallback((finding) => tell({ sentences, rules, sources }, finding), [sentences, rules, sources]);
}
