"use client";

import { useLocale, useTranslations } from "next-intl";
import { useSystemNames } from "@/components/shell/system-names";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { AffectedOrder, PolicyPreview } from "@/lib/usecases/policy/preview-policy-change";

export type PreviewState = "idle" | "loading" | PolicyPreview | { readonly error: string };

/** Which open orders the change in the form would touch. */
export function PreviewPanel({ state }: { state: PreviewState }) {
  const t = useTranslations("policyPage.preview");
  return (
    <section aria-label={t("title")} className="rounded-panel border border-line bg-surface px-4 py-4">
      <h2 className="text-h3">{t("title")}</h2>
      <div role="status" aria-busy={state === "loading"} className="mt-2">
        <Body state={state} />
      </div>
    </section>
  );
}

function Body({ state }: { state: PreviewState }) {
  const t = useTranslations("policyPage.preview");
  if (state === "idle" || state === "loading") return <p className="text-muted">{t(state)}</p>;
  if ("error" in state) return <Notice tone="refused">{state.error}</Notice>;
  return <Found preview={state} />;
}

function Found({ preview }: { preview: PolicyPreview }) {
  const t = useTranslations("policyPage.preview");
  const { affected, looked, open, unreadable, silent } = preview;
  const systems = useSystemNames(silent);
  return (
    <>
      <p className="font-semibold">
        {affected.length === 0 ? t("none") : t("count", { count: affected.length })}
      </p>
      <p className="text-small text-muted">{t("looked", { looked, open })}</p>
      {unreadable > 0 && <p className="text-small text-muted">{t("unreadable", { count: unreadable })}</p>}
      {silent.length > 0 && <p className="text-small text-tone-you">{t("silent", { systems })}</p>}
      <ul className="mt-2 flex flex-col divide-y divide-line">
        {affected.map((order) => (
          <Affected key={order.id} order={order} />
        ))}
      </ul>
    </>
  );
}

function Affected({ order }: { order: AffectedOrder }) {
  const t = useTranslations("policyPage.preview");
  const deadlines = useTranslations("deadlines");
  const locale = toLocale(useLocale());
  const { findings, number, unitName } = order;
  const when = (at: number | null) => (at === null ? t("never") : formatDateTime(at, locale));
  const said = (["added", "gone", "level"] as const)
    .filter((kind) => findings[kind] > 0)
    .map((kind) => t(kind, { count: findings[kind] }));
  return (
    <li className="py-2">
      <p className="flex flex-wrap gap-x-2">
        {order.readable ? (
          <Link href={`/review/orders/${order.id}`} className="font-mono text-accent hover:underline">
            {number}
          </Link>
        ) : (
          <span className="font-mono">{number}</span>
        )}
        <span className="min-w-0 break-words">{unitName ?? t("person")}</span>
      </p>
      {said.map((line) => (
        <p key={line} className="text-small text-muted">
          {line}
        </p>
      ))}
      {order.kept && <p className="text-small text-muted">{t("kept")}</p>}
      {order.deadlines.map(({ kind, before, after }) => (
        <p key={kind} className="text-small text-muted tabular-nums">
          {t("deadline", { kind: deadlines(`${kind}.label`), before: when(before), after: when(after) })}
        </p>
      ))}
    </li>
  );
}
