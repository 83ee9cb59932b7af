import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FilterSelect } from "@/components/filing/guide/filter-fields";
import { LeaveAnswer } from "@/components/filing/guide/leaving/advice";
import { CancellationComparison } from "@/components/filing/guide/leaving/comparison";
import { Question, QuestionForm } from "@/components/filing/guide/leaving/question";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { PrintButton } from "@/components/ui/print-button";
import { GONE, type LeaveAdvice, USED, WHERE, whichCancellation } from "@/lib/filing/guide/cancellation";
import { comparison } from "@/lib/filing/guide/cancellation-table";
import {
  DOMAIN_AMOUNTS,
  HOLDERS,
  type LeaveCase,
  readLeaveCase,
  SERVICE_AMOUNTS,
  shapeOfCase,
  wishOfCase,
} from "@/lib/filing/guide/leave-case";
import { slugOfObstacle } from "@/lib/filing/guide/obstacle-slug";
import { OBSTACLE_OF_ANSWER } from "@/lib/filing/guide/obstacles";
import type { Query } from "@/lib/filing/guide/query";
import { provinceName } from "@/lib/messages/codes";
import { toLocale } from "@/lib/messages/locales";
import { publicPolicy } from "@/lib/usecases/guide/public-policy";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("leave");
  return { title: t("title"), description: t("lead") };
}

/** Which cancellation, for whoever asks: the address describes the case, nothing is known of anybody. */
export default async function LeavingPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [t, { policy }] = await Promise.all([getTranslations("leave"), publicPolicy()]);
  const { asked, of } = readLeaveCase(await searchParams, policy);
  const advice = asked ? whichCancellation(shapeOfCase(of, policy), wishOfCase(of)) : null;
  const table = <CancellationComparison table={comparison(policy)} />;
  return (
    <>
      <PageHeader title={t("title")} description={t("lead")} action={<PrintButton label={t("print")} />} />
      <div className="flex flex-col gap-6">
        {advice && <LeaveAnswer advice={advice} {...roadOf(advice, of)} />}
        {advice === null && table}
        <Panel title={advice ? t("again") : t("form")}>
          <CaseForm of={of} provinces={Object.keys(policy.provinces)} />
        </Panel>
        {advice !== null && table}
        <p>
          <Link href={`/filing-password?province=${of.province}`} className="link inline-block py-0.5">
            {t("password")}
          </Link>
        </p>
      </div>
    </>
  );
}

/** Orders begin in the console, at what is filed there; everything else has its page. */
function roadOf({ answer, order }: LeaveAdvice, { province }: LeaveCase): { href: string; go: string } {
  const obstacle = OBSTACLE_OF_ANSWER[answer];
  if (obstacle) return { href: `/ways-out/${slugOfObstacle(obstacle)}?province=${province}`, go: "guide" };
  return order === null
    ? { href: "/console/orders", go: "orders" }
    : { href: "/console/filings", go: "filings" };
}

async function CaseForm({ of, provinces }: { of: LeaveCase; provinces: readonly string[] }) {
  const [t, locale] = [await getTranslations("leave"), toLocale(await getLocale())];
  const select = <T extends string>(
    name: keyof LeaveCase,
    values: readonly T[],
    write: (value: T) => string,
  ) => (
    <FilterSelect
      name={name}
      label={t(`question.${name}`)}
      value={of[name]}
      options={values.map((value) => ({ value, label: write(value) }))}
    />
  );
  return (
    <QuestionForm action="/leaving" label={t("form")} submit={t("ask")} state={of}>
      <Question
        name="gone"
        legend={t("question.gone")}
        value={of.gone}
        options={GONE.map((value) => ({ value, label: t(`gone.${value}`) }))}
      />
      <Question
        name="used"
        legend={t("question.used")}
        value={of.used}
        options={USED.map((value) => ({
          value,
          label: t(`used.${value}`),
          ...(value === "as-unit" && { hint: t("usedHint.as-unit") }),
        }))}
      />
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
        {select("where", WHERE, (value) => t(`where.${value}`))}
        {select("services", SERVICE_AMOUNTS, (value) => t(`services.${value}`))}
        {select("domains", DOMAIN_AMOUNTS, (value) => t(`domains.${value}`))}
        {select("holder", HOLDERS, (value) => t(`holder.${value}`))}
        {select("province", provinces, (code) => provinceName(code, locale))}
      </div>
    </QuestionForm>
  );
}
