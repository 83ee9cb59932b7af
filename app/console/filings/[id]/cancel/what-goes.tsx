import { useTranslations } from "next-intl";
import { Code } from "@/components/ui/code";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import type { CancelTarget } from "@/lib/filing/registry/cancel-input";
import type { CancellationView, ServiceLine } from "@/lib/usecases/cancel/get-cancellation";

const TYPES = { entity: "CANCEL_ENTITY", service: "CANCEL_SERVICE", access: "CANCEL_ACCESS" } as const;
const isType = (word: unknown): word is keyof typeof TYPES => typeof word === "string" && word in TYPES;

/** What the address names; an address that says nothing sensible names services nobody has, which is no page. */
export function targetOf(
  entityId: string,
  query: Readonly<Record<string, string | string[] | undefined>>,
): CancelTarget {
  const type = isType(query.type) ? TYPES[query.type] : "CANCEL_SERVICE";
  const named = query.service === undefined ? [] : [query.service].flat();
  return { type, entityId, services: [...new Set(named)].slice(0, 50) };
}

const hrefOf = (entityId: string, ids: readonly string[]): string =>
  `/console/filings/${entityId}/cancel?${new URLSearchParams([
    ["type", "service"],
    ...ids.map((id) => ["service", id]),
  ]).toString()}`;

/** What goes, piece by piece; where one order may name several services, the others can be added. */
export function WhatGoes({ view }: { view: CancellationView }) {
  const t = useTranslations("cancel.goes");
  const { target, filing, services, more } = view;
  const ids = services.map(({ id }) => id);
  const removable = target.type === "CANCEL_SERVICE" && services.length > 1;
  return (
    <Panel title={t("title")}>
      {target.type === "CANCEL_ENTITY" && (
        <p className="mb-3">
          {t("entity", { name: filing.unitName ?? t("person") })}{" "}
          <Code copy={filing.number}>{filing.number}</Code>
        </p>
      )}
      <ul className="flex flex-col border-y border-line">
        {services.map((service) => (
          <Line key={service.id} service={service}>
            {removable && (
              <Link
                href={hrefOf(
                  filing.id,
                  ids.filter((id) => id !== service.id),
                )}
                className="link inline-block py-0.5"
              >
                {t("remove")}
                <span className="sr-only"> {service.name}</span>
              </Link>
            )}
          </Line>
        ))}
      </ul>
      {more.length > 0 && (
        <details className="mt-4">
          <summary className="min-h-6 py-0.5 font-semibold text-accent">{t("more")}</summary>
          <ul className="mt-2 flex flex-col border-y border-line">
            {more.map((service) => (
              <Line key={service.id} service={service}>
                <Link href={hrefOf(filing.id, [...ids, service.id])} className="link inline-block py-0.5">
                  {t("add")}
                  <span className="sr-only"> {service.name}</span>
                </Link>
              </Line>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  );
}

function Line({ service, children }: { service: ServiceLine; children: React.ReactNode }) {
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 border-b border-line py-2.5 last:border-0">
      <span className="min-w-0">
        <span className="block font-semibold">{service.name}</span>
        <span className="block font-mono text-muted break-all">{service.number}</span>
        {service.domains.length > 0 && (
          <span className="block font-mono text-muted break-all">{service.domains.join(", ")}</span>
        )}
      </span>
      {children}
    </li>
  );
}
