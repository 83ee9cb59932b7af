import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { FilterForm, FilterSelect } from "@/components/filing/guide/filter-fields";
import { useSourceText } from "@/components/filing/text/source-text";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { PrintButton } from "@/components/ui/print-button";
import { env } from "@/lib/env";
import { firstValues, type Query } from "@/lib/filing/guide/query";
import { CANCELLATIONS } from "@/lib/filing/lifecycle/life";
import { type PasswordRecovery, passwordRecovery } from "@/lib/filing/policy/password-recovery";
import { passwordFor } from "@/lib/filing/registry/filing-password";
import { provinceName } from "@/lib/messages/codes";
import { toLocale } from "@/lib/messages/locales";
import { publicPolicy } from "@/lib/usecases/guide/public-policy";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("filingPassword");
  return { title: t("title"), description: t("lead") };
}

const OF = { CANCEL_ENTITY: "entity", CANCEL_SERVICE: "service", CANCEL_ACCESS: "access" } as const;

/** The authority's filing password: what it is, whether it is asked for, and the ways of a province to get it back. */
export default async function FilingPasswordPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [t, common, { policy }] = await Promise.all([
    getTranslations("filingPassword"),
    getTranslations("leave"),
    publicPolicy(),
  ]);
  const locale = toLocale(await getLocale());
  const asked = firstValues(await searchParams).province ?? "";
  const province = Object.hasOwn(policy.provinces, asked) ? asked : "110000";
  const name = provinceName(province, locale);
  const way = passwordRecovery(province);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        action={<PrintButton label={common("print")} />}
      />
      <div className="flex flex-col gap-6">
        <Panel title={t("what.title")}>
          <ul className="flex list-disc flex-col gap-2 pl-5">
            <li>{t("what.from")}</li>
            <li>{t("what.here")}</li>
            <li className="font-semibold">{t("what.never")}</li>
          </ul>
        </Panel>
        <Panel title={t("when.title")} description={t("when.text")}>
          <DescriptionList
            items={CANCELLATIONS.map((kind) => ({
              id: kind,
              label: t(`when.${OF[kind]}`),
              value: t(`when.asked.${passwordFor(kind, policy)}`),
            }))}
          />
          <p className="mt-3 text-muted">{t("when.history")}</p>
          <p className="mt-2">
            <Link href="/leaving" className="link inline-block py-0.5">
              {t("comparison")}
            </Link>
          </p>
        </Panel>
        <FilterForm action="/filing-password" label={t("choose")} submit={t("apply")} state={province}>
          <FilterSelect
            name="province"
            label={t("choose")}
            value={province}
            options={Object.keys(policy.provinces).map((code) => ({
              value: code,
              label: provinceName(code, locale),
            }))}
          />
        </FilterForm>
        <Ways name={name} province={province} way={way} />
      </div>
    </>
  );
}

function Steps({ steps }: { steps: readonly string[] }) {
  return (
    <ol className="mt-2 flex list-decimal flex-col gap-1.5 pl-5">
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}

async function Ways({ name, province, way }: { name: string; province: string; way: PasswordRecovery }) {
  const t = await getTranslations("filingPassword.ways");
  const { form } = way;
  return (
    <Panel title={t("title", { name })}>
      <section aria-labelledby="online">
        <h3 id="online" className="font-semibold">
          {t("online")}
        </h3>
        <Steps steps={(["open", "province", "send"] as const).map((step) => t(`onlineSteps.${step}`))} />
        {env.MODE === "sandbox" && (
          <p className="mt-2">
            <Link href={`/verify/password?province=${province}`} className="link inline-block py-0.5">
              {t("sandbox")}
            </Link>
          </p>
        )}
      </section>
      <section aria-labelledby="mail" className="mt-5 border-t border-line pt-5">
        <h3 id="mail" className="font-semibold">
          {t("mail")}
        </h3>
        {form === null ? (
          <p className="mt-2">{t("noMail", { name })}</p>
        ) : (
          <Steps steps={[t("mailSteps.form", { form }), t("mailSteps.fill"), t("mailSteps.post")]} />
        )}
      </section>
      <p className="mt-5 border-t border-line pt-5">
        {t.rich("unreachable", {
          manual: (text) => (
            <Link href="/console/filings" className="link">
              {text}
            </Link>
          ),
        })}
      </p>
      <Aged way={way} />
    </Panel>
  );
}

function Aged({ way }: { way: PasswordRecovery }) {
  const t = useTranslations("filingPassword");
  const sourceText = useSourceText();
  return (
    <div className="mt-4">
      <Notice tone="you">
        {t("aged")} {t("source", { source: sourceText(way.source) })}
      </Notice>
    </div>
  );
}
