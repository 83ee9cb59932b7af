import { FlaskConical } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";

/** Above everything, always: nothing here is the real authority. `now` is the sandbox's own time. */
export function SandboxBanner({ now }: { now?: number }) {
  const t = useTranslations("shell.sandbox");
  const locale = toLocale(useLocale());
  return (
    <aside
      aria-label={t("label")}
      data-banner
      className="stripes border-b border-line bg-tone-you-wash text-small text-tone-you"
    >
      <div className="flex min-h-7 items-center gap-x-3 px-4 py-1 sm:px-6">
        <FlaskConical aria-hidden className="size-3.5 shrink-0" />
        <p className="min-w-0 flex-1 truncate">
          <strong className="font-semibold">{t("title")}</strong>
          <span className="ml-3 text-text">{t("text")}</span>
        </p>
        {now !== undefined && (
          <time dateTime={new Date(now).toISOString()} className="shrink-0 text-text max-md:hidden">
            {t("clock", { time: formatDateTime(now, locale) })}
          </time>
        )}
        <Link
          href="/sandbox"
          className="shrink-0 rounded-tag py-0.5 font-semibold underline underline-offset-3"
        >
          {t("tools")}
        </Link>
      </div>
    </aside>
  );
}
