"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import type { Preferences } from "./preferences";

/**
 * Stores a preference and renders the page anew in place: state of the components, so whatever is typed into a
 * form, stays.
 */
export function usePreferences(): { store: (preferences: Preferences) => void; busy: boolean } {
  const router = useRouter();
  const [busy, startTransition] = useTransition();
  const store = (preferences: Preferences) =>
    startTransition(async () => {
      const response = await fetch("/api/preferences", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(preferences),
      }).catch(() => undefined);
      if (response?.ok) startTransition(() => router.refresh());
    });
  return { store, busy };
}
