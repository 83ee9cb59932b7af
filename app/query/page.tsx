import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { Tag } from "@/components/ui/tag";
import { queryPublic } from "@/lib/authority/sandbox/usecases/query-public";
import { QueryForm } from "./query-form";
import type { Found } from "./query-results";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("query");
  return { title: t("title") };
}

type Props = { searchParams: Promise<{ domain?: string | string[]; number?: string | string[] }> };

/** A link may name a domain or a number (never a name) and finds the answer already there. */
async function linked({ domain, number }: Awaited<Props["searchParams"]>): Promise<Found | null> {
  const by = typeof domain === "string" ? "domain" : "number";
  const text = by === "domain" ? domain : number;
  if (typeof text !== "string" || text.length > 255) return null;
  const answer = await queryPublic({ by, text });
  return answer.ok ? { by, text, records: answer.value } : null;
}

export default async function QueryPage({ searchParams }: Props) {
  const t = await getTranslations("query");
  const initial = await linked(await searchParams);
  return (
    <>
      <PageHeader title={t("title")} tag={<Tag plain>{t("owner")}</Tag>} description={t("description")} />
      <QueryForm initial={initial} />
    </>
  );
}
