"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { refusalText } from "@/lib/messages/refusal-text";

/** Changes to a file that lies in its slot already: out again, its date, which template a letter follows. */
export function useStored(orderId: string) {
  const router = useRouter();
  const errors = useTranslations("errors");
  const common = useTranslations("common");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function change(materialId: string, method: "DELETE" | "PATCH", body?: unknown) {
    setBusy(true);
    setProblem(null);
    try {
      const query = method === "DELETE" ? `?orderId=${orderId}` : "";
      const response = await fetch(`/api/materials/${materialId}${query}`, {
        method,
        ...(body === undefined
          ? {}
          : { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }),
      });
      const result = await response.json();
      if (result.ok) router.refresh();
      else setProblem(refusalText(errors, result.error));
    } catch {
      setProblem(common("notSaved"));
    } finally {
      setBusy(false);
    }
  }
  return {
    busy,
    problem,
    remove: (materialId: string) => change(materialId, "DELETE"),
    setDate: (materialId: string, documentDate: string | null) =>
      change(materialId, "PATCH", { orderId, documentDate }),
    setKind: (materialId: string, kind: string) => change(materialId, "PATCH", { orderId, kind }),
  };
}
