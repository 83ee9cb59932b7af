import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LegalText } from "../legal-text";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("legal.privacy"))("title") };
}

type Props = { searchParams: Promise<{ version?: string | string[] }> };

export default async function PrivacyPage({ searchParams }: Props) {
  return <LegalText id="privacy" asked={(await searchParams).version} />;
}
