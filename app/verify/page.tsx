import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SectionLayout } from "@/components/form/section-layout";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Tag } from "@/components/ui/tag";
import { SENDERS } from "@/lib/authority/sandbox/carriers";
import { VerifyForm } from "./verify-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("verify");
  return { title: t("title") };
}

export default async function VerifyPage() {
  const t = await getTranslations("verify");
  return (
    <>
      <PageHeader title={t("title")} tag={<Tag plain>{t("owner")}</Tag>} description={t("description")} />
      <SectionLayout rail={<Rail />}>
        <VerifyForm />
      </SectionLayout>
    </>
  );
}

async function Rail() {
  const t = await getTranslations("verify");
  return (
    <>
      <Notice title={t("sandbox.title")} tone="others">
        <p>{t("sandbox.text")}</p>
        <p className="mt-1">
          <Link href="/sandbox/mailbox" className="link">
            {t("sandbox.link")}
          </Link>
        </p>
      </Notice>
      <section className="border-t border-line pt-4">
        <h2 className="text-h3">{t("rules.title")}</h2>
        <ul className="mt-2 flex list-disc flex-col gap-2 pl-5 text-muted">
          <li>{t("rules.time")}</li>
          <li>{t("rules.wrong")}</li>
          <li>{t("rules.resend")}</li>
          <li>{t("rules.senders", SENDERS)}</li>
        </ul>
      </section>
    </>
  );
}
