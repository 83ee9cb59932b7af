"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Code } from "@/components/ui/code";

export interface FiledRow {
  readonly number: string;
  readonly name: string | null;
  readonly domains: readonly string[];
}

type Props = { rows: readonly FiledRow[]; pending: boolean; take: (number: string) => void };

/** What else is filed for the organiser and not served here: one press takes it into the order. */
export function FiledRest({ rows, pending, take }: Props) {
  const t = useTranslations("orders.services");
  return (
    <section aria-labelledby="filed-rest" className="border-b border-line px-4 py-4 sm:px-6">
      <h2 id="filed-rest" className="text-base">
        {t("filedRest")}
      </h2>
      <p className="text-muted">{t("filedRestText")}</p>
      <ul className="mt-2 flex flex-col gap-2">
        {rows.map(({ number, name, domains }) => (
          <li key={number} className="flex flex-wrap items-center justify-between gap-2">
            <span className="min-w-0">
              <span className="font-semibold">{name ?? number}</span>{" "}
              <span className="text-muted">
                <Code>{number}</Code> <span className="font-mono break-all">{domains.join(" ")}</span>
              </span>
            </span>
            <Button
              size="small"
              icon={<Plus aria-hidden />}
              loading={pending}
              aria-label={t("takeOf", { number })}
              onClick={() => take(number)}
            >
              {t("take")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
