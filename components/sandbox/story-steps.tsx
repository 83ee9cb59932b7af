import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";

/** One filing from the first click to the number: who does what, where. */
const STEPS = [
  { id: "apply", href: "#fresh-unit" },
  { id: "review", href: "#reviewer-lin" },
  { id: "verify", href: "/sandbox/mailbox" },
  { id: "decide", href: "#officer" },
  { id: "query", href: "/query" },
] as const;

export function StorySteps() {
  const t = useTranslations("sandbox.story");
  return (
    <section
      aria-labelledby="story"
      className="rounded-panel border border-line bg-surface px-4 py-4 sm:px-6"
    >
      <h2 id="story" className="text-h3">
        {t("title")}
      </h2>
      <ol className="mt-4 grid gap-x-6 gap-y-4 md:grid-cols-5">
        {STEPS.map((step, index) => (
          <li key={step.id} className="flex gap-3 md:flex-col md:gap-2">
            <span
              aria-hidden
              className="inline-flex size-7 shrink-0 items-center justify-center rounded-full border border-control font-semibold text-muted tabular-nums"
            >
              {index + 1}
            </span>
            <div className="min-w-0">
              <Link
                href={step.href}
                className="inline-block rounded-tag py-0.5 font-semibold text-accent underline-offset-3 hover:underline"
              >
                {t(`${step.id}.title`)}
              </Link>
              <p className="text-muted">{t(`${step.id}.text`)}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
