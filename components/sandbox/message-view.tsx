import { useLocale, useTranslations } from "next-intl";
import { Fragment } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { MailboxMessage } from "@/lib/usecases/sandbox/list-mailbox";

/** The verification code of an authority's text message, to be copied instead of typed. */
const codeIn = (message: MailboxMessage): string | undefined =>
  message.from === "authority" ? /(?<![\d])\d{6}(?![\d])/.exec(message.body)?.[0] : undefined;

/** Addresses in a text become links; those of this site stay in this window. */
function Linked({ text }: { text: string }) {
  const parts = text.split(/(https?:\/\/[^\s，。）)]+)/g);
  return parts.map((part, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one fixed text
    if (!/^https?:\/\//.test(part)) return <Fragment key={index}>{part}</Fragment>;
    const { pathname, search } = new URL(part);
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one fixed text
      <Link key={index} href={pathname + search} className="text-accent underline underline-offset-3">
        {part}
      </Link>
    );
  });
}

/** The opened message. */
export function MessageView({ message }: { message: MailboxMessage }) {
  const t = useTranslations("sandbox.mailbox");
  const locale = toLocale(useLocale());
  const code = codeIn(message);
  return (
    <article aria-label={t("opened")} className="min-w-0 rounded-panel border border-line bg-surface">
      <header className="flex flex-col gap-2 border-b border-line px-4 py-4 sm:px-6">
        <div className="flex flex-wrap items-center gap-2">
          <Tag plain tone="neutral">
            {t(message.channel)}
          </Tag>
          <Tag plain tone={message.from === "authority" ? "others" : "ended"}>
            {t(`from.${message.from}`)}
          </Tag>
        </div>
        {message.subject && <h2 className="text-h3">{message.subject}</h2>}
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-0.5 text-muted">
          <dt>{t("sender")}</dt>
          <dd className="text-text">{message.sender}</dd>
          <dt>{t("receiver")}</dt>
          <dd className="text-text">{message.to}</dd>
          <dt>{t("time")}</dt>
          <dd className="text-text tabular-nums">{formatDateTime(message.at, locale)}</dd>
        </dl>
      </header>
      <div className="px-4 py-5 text-form whitespace-pre-line sm:px-6">
        <Linked text={message.body} />
      </div>
      {code !== undefined && (
        <footer className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line px-4 py-4 sm:px-6">
          <span className="text-muted">{t("code")}</span>
          <code className="font-mono text-h2">{code}</code>
          <CopyButton text={code} />
          <Link
            href="/verify"
            className="ml-auto font-semibold text-accent underline-offset-3 hover:underline"
          >
            {t("verify")}
          </Link>
        </footer>
      )}
    </article>
  );
}
