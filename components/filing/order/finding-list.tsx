import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import type { ToldFinding } from "@/lib/messages/finding-text";
import type { FindingView } from "@/lib/usecases/orders/get-check";
import { placeTitle } from "./place-title";

type Listed = ToldFinding & Pick<FindingView, "place" | "href">;
type Props<F extends Listed> = {
  findings: readonly F[];
  titles: Readonly<Record<string, string>>;
  /** What stands below a finding, e.g. the applicant's note. */
  below?: (finding: F) => ReactNode;
};

/** Findings by page, each page a link to where they are mended. */
export function FindingList<F extends Listed>({ findings, titles, below }: Props<F>) {
  const t = useTranslations("orders");
  const places = [...new Set(findings.map(({ place }) => place))];
  return (
    <ul className="flex flex-col gap-4">
      {places.map((place) => {
        const mine = findings.filter((finding) => finding.place === place);
        const title = placeTitle((key) => t(key as never), place, titles[place] ?? null);
        return (
          <li key={place}>
            <p className="flex flex-wrap items-baseline gap-x-3 font-semibold">
              {title}
              {place !== "order" && mine[0] && (
                <Link
                  href={`${mine[0].href}?check=1&back=check`}
                  className="link inline-block py-0.5 font-normal"
                >
                  {t("findings.goTo")}
                </Link>
              )}
            </p>
            <ul className="mt-1 flex list-disc flex-col gap-1 pl-5 marker:text-muted">
              {mine.map((finding) => (
                <li key={`${finding.rule}${finding.path}${finding.message}`}>
                  {finding.text}
                  {below?.(finding)}
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}
