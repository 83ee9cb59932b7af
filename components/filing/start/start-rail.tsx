"use client";

import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { Link } from "@/components/ui/link";
import { NATURE_PERSON } from "@/lib/filing/application/codes";

type Answers = { kind: "" | "unit" | "person"; nature: string; province: string };

/** Why so few questions, and what will be asked for: the list of documents for what is chosen so far. */
export function StartRail() {
  const t = useTranslations("orders.start");
  const { kind, nature, province } = useFormContext<Answers>().watch();
  const query = new URLSearchParams({
    ...(province !== "" && { province }),
    nature: kind === "person" ? String(NATURE_PERSON) : nature,
  });
  return (
    <div className="flex flex-col gap-3 text-muted">
      <p>{t("rail")}</p>
      <p>
        <Link href={`/materials?${query.toString()}`} className="link">
          {t("documents")}
        </Link>
      </p>
    </div>
  );
}
