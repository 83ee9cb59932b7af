"use client";

import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useTransition } from "react";
import { useSystemNames } from "@/components/shell/system-names";
import { Button, ButtonLink } from "@/components/ui/button";
import { Code } from "@/components/ui/code";
import { TONE_CLASS, TONE_ICON } from "@/components/ui/tone";
import { slugOfObstacle } from "@/lib/filing/guide/obstacle-slug";
import type { OrderPreview } from "@/lib/usecases/orders/preview-order";

/** Which order the answers lead to and what that means; or why none, and the way out. */
export function StartOutcome({ outcome, ...does }: { outcome: OrderPreview } & Does) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const tone = outcome.kind === "type" ? "done" : "refused";
  const Icon = TONE_ICON[tone];
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-live="polite"
      className="flex gap-4 rounded-panel border border-line bg-surface px-4 py-5 sm:px-8"
    >
      <span
        className={`inline-flex size-9 shrink-0 items-center justify-center rounded-full ${TONE_CLASS[tone]}`}
      >
        <Icon aria-hidden className="size-5" />
      </span>
      <div className="min-w-0 flex-1">
        {outcome.kind === "type" ? <Leading outcome={outcome} {...does} /> : <Blocked outcome={outcome} />}
      </div>
    </section>
  );
}

type Type = Extract<OrderPreview, { kind: "type" }>;
type Does = {
  onStart: () => Promise<void>;
  /** It is another APP than the filed one with this domain. */
  onAnother?: () => Promise<void>;
};

function Leading({ outcome, onStart, onAnother }: { outcome: Type } & Does) {
  const t = useTranslations("orders.start");
  const types = useTranslations("orderTypes");
  const [pending, start] = useTransition();
  return (
    <>
      <p className="text-muted">{t("leadsTo")}</p>
      <h2 className="text-h2">{types(`${outcome.type}.label`)}</h2>
      <p className="mt-1">{types(`${outcome.type}.text`)}</p>
      <p className="mt-2 text-muted">{t(`means.${outcome.type}` as never)}</p>
      {outcome.recordNumber && (
        <p className="mt-2">
          {t("record")} <Code>{outcome.recordNumber}</Code>
        </p>
      )}
      {outcome.filed && <Filed filed={outcome.filed} />}
      {outcome.filed && onAnother && (
        <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
          {t("filed.another")}
          <Button size="small" loading={pending} onClick={() => start(onAnother)}>
            {t("filed.anotherApp")}
          </Button>
        </p>
      )}
      <Button
        variant="primary"
        size="large"
        className="mt-4"
        loading={pending}
        onClick={() => start(onStart)}
      >
        {t("begin")}
        <ArrowRight aria-hidden />
      </Button>
    </>
  );
}

/** What the register tells of the service that is taken over: it need not be typed. */
function Filed({ filed }: { filed: NonNullable<Type["filed"]> }) {
  const t = useTranslations("orders.start.filed");
  return (
    <dl className="mt-3 grid gap-x-4 gap-y-1 sm:grid-cols-[max-content_minmax(0,1fr)]">
      <dt className="text-muted">{t("number")}</dt>
      <dd>
        <Code>{filed.number}</Code>
      </dd>
      {filed.name !== null && (
        <>
          <dt className="text-muted">{t("name")}</dt>
          <dd>{filed.name}</dd>
        </>
      )}
      <dt className="text-muted">{t("domains")}</dt>
      <dd>
        <ul className="flex flex-wrap gap-x-3 font-mono break-all">
          {filed.domains.map((domain) => (
            <li key={domain}>{domain}</li>
          ))}
        </ul>
        {filed.domains.length > 1 && <p className="text-muted">{t("domainsAll")}</p>}
      </dd>
    </dl>
  );
}

function Blocked({ outcome }: { outcome: Extract<OrderPreview, { kind: "blocked" }> }) {
  const t = useTranslations("orders.start.blocked");
  const systems = useTranslations("systems");
  const silent = useSystemNames(outcome.silent);
  return (
    <>
      <h2 className="text-h2">{t(`${outcome.block}.title`)}</h2>
      <p className="mt-1">{t(`${outcome.block}.text`)}</p>
      {silent !== "" && <p className="mt-1">{systems("title", { systems: silent })}</p>}
      <p className="mt-3 font-semibold">{t("wayOut")}</p>
      <p>{t(`${outcome.block}.wayOut`)}</p>
      <Found numbers={outcome.found} />
      <p className="mt-4 flex flex-wrap gap-3">
        {outcome.orderId && (
          <ButtonLink href={`/console/orders/${outcome.orderId}`} variant="primary">
            {t("openOrder")}
          </ButtonLink>
        )}
        <ButtonLink href={`/ways-out/${slugOfObstacle(outcome.block)}?province=${outcome.province}`}>
          {t("guide")}
        </ButtonLink>
      </p>
    </>
  );
}

/** By which numbers of the public register it is blocked. */
function Found({ numbers }: { numbers: Extract<OrderPreview, { kind: "blocked" }>["found"] }) {
  const t = useTranslations("orders.start.blocked");
  return (["certificate", "domain"] as const).map((by) =>
    numbers[by] === null ? null : (
      <p key={by} className="mt-2">
        {t(`found.${by}`)} <Code>{numbers[by]}</Code>
      </p>
    ),
  );
}
