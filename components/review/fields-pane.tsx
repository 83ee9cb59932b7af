"use client";

import { clsx } from "clsx";
import { Flag, ScanSearch } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";
import { type FindingActions, FindingLines } from "./finding-line";
import { ProofTag } from "./proof-tag";
import type { BenchFinding, BenchGroup } from "./types";

type Collect = (target: string, label: string, value?: string) => void;

type Props = FindingActions & {
  /** The list of a filed service, in place of its answers; null: an ordinary group. */
  siteOf: (subject: string) => ReactNode;
  /** What a reviewer verifies of a group beside its fields; null: nothing. */
  dutyOf: (subject: string) => ReactNode;
  groups: readonly BenchGroup[];
  /** Findings about the order as a whole, or whose field is not in the list. */
  general: readonly BenchFinding[];
  collected: ReadonlySet<string>;
  onCollect?: Collect | undefined;
  onShowDocument: (subject: string) => void;
  hasDocument: (subject: string) => boolean;
};

/** What was filled in, group by group: each field with its findings and the last round's value. */
export function FieldsPane(props: Props) {
  const { groups, general, onUse, onDismiss } = props;
  const t = useTranslations("review.bench");
  return (
    <div className="flex flex-col gap-6 px-4 py-4 sm:px-6">
      {general.length > 0 && (
        <section aria-label={t("findings")}>
          <h2 className="text-h3">{t("findings")}</h2>
          <FindingLines className="mt-2" findings={general} {...{ onUse, onDismiss }} />
        </section>
      )}
      {groups.map((group) => (
        <Group key={group.subject} {...props} group={group} />
      ))}
    </div>
  );
}

const ROW =
  "grid grid-cols-[6.5rem_minmax(0,1fr)_2.25rem] items-start gap-x-3 border-b border-line sm:grid-cols-[8.5rem_minmax(0,1fr)_2.25rem]";
/** What is filed and what the change says; one above the other where there is no room. */
const HALVES = "grid min-w-0 gap-x-4 sm:grid-cols-2";

export const groupAnchor = (subject: string) => `group-${subject.replace(/[^A-Za-z0-9]+/g, "-")}`;

function Group({ group, ...props }: Props & { group: BenchGroup }) {
  const { collected, onCollect, onShowDocument, hasDocument, onUse, onDismiss, siteOf, dutyOf } = props;
  const site = siteOf(group.subject);
  const t = useTranslations("review.bench");
  const kind = t(group.kind as "entity");
  return (
    <section
      id={groupAnchor(group.subject)}
      aria-label={`${kind} ${group.title}`}
      data-group
      tabIndex={-1}
      className="scroll-mt-4"
    >
      <header className="flex flex-wrap items-center justify-between gap-2 border-b border-line pb-2">
        <h2 className="flex min-w-0 flex-wrap items-center gap-2 text-h3">
          <span className="text-muted">{kind}</span>
          <span className="min-w-0 truncate">{group.title || t("untitled")}</span>
          {group.hats.map((hat) => (
            <Tag key={hat} plain>
              {t(`hat.${hat}` as "hat.legalRep")}
            </Tag>
          ))}
        </h2>
        {hasDocument(group.subject) && (
          <Button
            size="small"
            variant="quiet"
            icon={<ScanSearch aria-hidden />}
            onClick={() => onShowDocument(group.subject)}
          >
            {t("documents")}
          </Button>
        )}
      </header>
      <FindingLines className="my-2" findings={group.findings} {...{ onUse, onDismiss }} />
      {dutyOf(group.subject)}
      {site ?? (
        <dl>
          {group.fields.some(({ filed }) => filed !== null) && (
            <div className={clsx(ROW, "py-1 text-small font-semibold text-muted max-sm:hidden")}>
              <dt>{t("field")}</dt>
              <dd className={HALVES}>
                <span>{t("filedColumn")}</span>
                <span>{t("nowColumn")}</span>
              </dd>
            </div>
          )}
          {group.fields.map((field) => (
            <div
              key={field.path}
              data-field
              className={clsx(ROW, "group/field py-1 last:border-0 hover:bg-accent-wash")}
            >
              <dt className="pt-1 text-muted">{field.label}</dt>
              <dd className="min-w-0 pt-1">
                {field.differs ? (
                  <span className={HALVES}>
                    <Filed text={field.filed} mono={field.mono} />
                    <span className="min-w-0 border-tone-you max-sm:block sm:-ml-2 sm:border-l-2 sm:pl-1.5">
                      <Value {...field} />
                    </span>
                  </span>
                ) : (
                  <Value {...field} />
                )}
              </dd>
              <dd>
                {onCollect && !field.gone && (
                  <IconButton
                    data-item
                    label={t("flagOf", { field: field.label })}
                    aria-pressed={collected.has(field.path)}
                    onClick={() =>
                      onCollect(field.path, `${group.title || kind} · ${field.label}`, field.value)
                    }
                    className={
                      collected.has(field.path)
                        ? "size-7 text-tone-refused"
                        : "size-7 opacity-0 group-focus-within/field:opacity-100 group-hover/field:opacity-100 max-lg:opacity-100"
                    }
                  >
                    <Flag aria-hidden fill={collected.has(field.path) ? "currentColor" : "none"} />
                  </IconButton>
                )}
              </dd>
              {field.findings.length > 0 && (
                <dd className="col-span-full sm:col-start-2 sm:col-end-3">
                  <FindingLines findings={field.findings} {...{ onUse, onDismiss }} />
                </dd>
              )}
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

/** What is filed, to be read beside what the change makes of it. */
function Filed({ text, mono }: { text: string | null; mono: boolean }) {
  const t = useTranslations("review.bench");
  const common = useTranslations("common");
  return (
    <del
      className={clsx(
        "relative min-w-0 text-muted no-underline",
        mono ? "font-mono break-all" : "break-words",
      )}
    >
      <span className="sm:sr-only">{t("filedColumn")} </span>
      {text || common("notProvided")}
    </del>
  );
}

function Value({ value, before, mono, masked, proof }: BenchGroup["fields"][number]) {
  const t = useTranslations("review.bench");
  const common = useTranslations("common");
  return (
    <>
      <span
        className={mono ? "font-mono break-all" : "break-words whitespace-pre-wrap"}
        title={masked ? t("masked") : undefined}
      >
        {value || <span className="text-muted">{common("notProvided")}</span>}
      </span>
      {proof && (
        <span className="ml-2 inline-block">
          <ProofTag {...proof} />
        </span>
      )}
      {before !== null && (
        <span className="mt-0.5 flex flex-wrap items-center gap-2 text-small text-muted">
          <Tag plain tone="you">
            {t("changed")}
          </Tag>
          <del className="break-words">{t("before", { value: before || common("notProvided") })}</del>
        </span>
      )}
    </>
  );
}
