import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { AUTHORITY_SITE, POINTINGS, type Pointing } from "@/lib/filing/after/footer";
import type { AfterView } from "@/lib/usecases/after/get-after";
import { CopySnippet } from "./copy-snippet";

/** What to put on the site or into the APP: how it looks, and the text of it to copy. */
export function FooterPanel({ view, pointing }: { view: AfterView; pointing: Pointing }) {
  const t = useTranslations("after");
  const isApp = view.kind === "APP";
  const title = isApp ? t("wording") : t("snippet");
  return (
    <Panel title={title} description={isApp ? t("wordingText") : t("snippetText")}>
      <div className="flex flex-col gap-4">
        {view.asksPointing && <PointingChoice pointing={pointing} />}
        {!isApp && <Preview view={view} />}
        <CopySnippet
          key={view.snippet}
          text={view.snippet}
          label={t("code")}
          button={isApp ? t("copyText") : t("copyCode")}
        />
      </div>
    </Panel>
  );
}

function PointingChoice({ pointing }: { pointing: Pointing }) {
  const t = useTranslations("after");
  return (
    <nav aria-label={t("pointing")}>
      <p className="mb-2">{t("pointing")}</p>
      <ul className="flex flex-wrap gap-2">
        {POINTINGS.map((one) => (
          <li key={one}>
            <Link
              href={one === "one" ? "?" : `?domains=${one}`}
              scroll={false}
              aria-current={one === pointing ? "true" : undefined}
              className={clsx(
                "inline-flex min-h-9 items-center rounded-control border px-3",
                one === pointing
                  ? "border-accent bg-accent-wash font-semibold text-accent"
                  : "border-control hover:border-accent hover:text-accent",
              )}
            >
              {t(`points.${one}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The same as the code says, written by us: the code itself never runs here. */
function Preview({ view: { footer } }: { view: AfterView }) {
  const t = useTranslations("after");
  return (
    <figure>
      <figcaption className="mb-2 text-muted">
        {t("preview")} · {t(`which.${footer.which}`)}
      </figcaption>
      <p
        lang="zh-CN"
        className="rounded-control border border-line bg-canvas px-4 py-3 text-center break-words"
      >
        {footer.line !== null && `${footer.line} `}
        <a href={AUTHORITY_SITE} target="_blank" rel="noopener noreferrer" className="text-accent underline">
          {footer.number}
        </a>
      </p>
    </figure>
  );
}
