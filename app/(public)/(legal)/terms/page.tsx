import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LegalText } from "../legal-text";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("legal.terms"))("title") };
}

type Props = { searchParams: Promise<{ version?: string | string[] }> };

export default async function TermsPage({ searchParams }: Props) {
  return <LegalText id="terms" asked={(await searchParams).version} />;
}
