import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { SectionLayout } from "@/components/form/section-layout";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Tag } from "@/components/ui/tag";
import { usesPasswords } from "@/lib/authority/sandbox/usecases/recover-password";
import { firstValues, type Query } from "@/lib/filing/guide/query";
import { PROVINCES } from "@/lib/filing/policy";
import { provinceName } from "@/lib/messages/codes";
import { toLocale } from "@/lib/messages/locales";
import { RecoverForm } from "./recover-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("verify.password"))("title") };
}

/** The simulated ministry's page for a forgotten filing password (DF §11.2 A). */
export default async function RecoverPasswordPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [t, verify] = [await getTranslations("verify.password"), await getTranslations("verify")];
  const locale = toLocale(await getLocale());
  const asked = firstValues(await searchParams).province ?? "";
  const provinces = PROVINCES.map(({ code }) => ({ value: code, label: provinceName(code, locale) }));
  const known = provinces.some(({ value }) => value === asked) ? asked : "";
  return (
    <>
      <PageHeader
        title={t("title")}
        tag={<Tag plain>{verify("owner")}</Tag>}
        description={t("description")}
      />
      <SectionLayout rail={<Rail />}>
        {(await usesPasswords()) ? (
          <RecoverForm provinces={provinces} province={known} />
        ) : (
          <Notice tone="neutral" title={t("off.title")}>
            {t("off.text")}
          </Notice>
        )}
      </SectionLayout>
    </>
  );
}

async function Rail() {
  const [t, verify] = [await getTranslations("verify.password"), await getTranslations("verify")];
  return (
    <>
      <Notice title={verify("sandbox.title")} tone="others">
        <p>
          <Link href="/sandbox/mailbox" className="link">
            {verify("sandbox.link")}
          </Link>
        </p>
      </Notice>
      <section className="border-t border-line pt-4">
        <h2 className="text-h3">{t("rules.title")}</h2>
        <ul className="mt-2 flex list-disc flex-col gap-2 pl-5 text-muted">
          {(["who", "limit", "lock", "mail"] as const).map((rule) => (
            <li key={rule}>{t(`rules.${rule}`)}</li>
          ))}
        </ul>
        <p className="mt-3">
          <Link href="/filing-password" className="link inline-block py-0.5">
            {t("guide")}
          </Link>
        </p>
      </section>
    </>
  );
}
