import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LegalText } from "../legal-text";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("legal.privacy"))("title") };
}

export default function PrivacyPage() {
  return <LegalText id="privacy" />;
}
