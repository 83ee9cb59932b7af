"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { Finding } from "@/lib/filing/rules/types";
import { findingSentence, type TextSource } from "@/lib/messages/finding-text";

/** Sentences of findings in client components; needs the namespace `rules`. */
export function useFindingText(): (finding: Finding) => string {
  const rules = useTranslations("rules") as unknown as TextSource;
  return useCallback((finding) => findingSentence(rules, finding), [rules]);
}
