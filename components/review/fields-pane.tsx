"use client";

import { Flag, ScanSearch } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button, IconButton } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";
import type { BenchFinding, BenchGroup } from "./types";

const FINDING_TONE = { error: "refused", warn: "you", info: "others" } as const;

type Collect = (target: string, label: string, code?: string) => void;

type Props = {
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
  const { groups, general, onCollect } = props;
  const t = useTranslations("review.bench");
  return (
    <div className="flex flex-col gap-6 px-4 py-4 sm:px-6">
      {general.length > 0 && (
        <section aria-label={t("findings")}>
          <h2 className="text-h3">{t("findings")}</h2>
          <ul className="mt-2 flex flex-col gap-1">
            {general.map((finding) => (
              <FindingLine key={finding.id} finding={finding} label={t("order")} onCollect={onCollect} />
            ))}
          </ul>
        </section>
      )}
      {groups.map((group) => (
        <Group key={group.subject} {...props} group={group} />
      ))}
    </div>
  );
}

export const groupAnchor = (subject: string) => `group-${subject.replace(/[^A-Za-z0-9]+/g, "-")}`;

function Group({ group, collected, onCollect, onShowDocument, hasDocument }: Props & { group: BenchGroup }) {
  const t = useTranslations("review.bench");
  const kind = t(group.kind as "entity");
  return (
    <section id={groupAnchor(group.subject)} aria-label={`${kind} ${group.title}`} className="scroll-mt-4">
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
      <dl>
        {group.fields.map((field) => (
          <div
            key={field.path}
            className="group/field grid grid-cols-[8.5rem_minmax(0,1fr)_2.25rem] items-start gap-x-3 border-b border-line py-1 last:border-0 hover:bg-accent-wash"
          >
            <dt className="pt-1 text-muted">{field.label}</dt>
            <dd className="min-w-0 pt-1">
              <Value {...field} />
              {field.findings.length > 0 && (
                <ul className="mt-1 flex flex-col gap-1">
                  {field.findings.map((finding) => (
                    <FindingLine
                      key={finding.id}
                      finding={finding}
                      label={field.label}
                      onCollect={onCollect}
                    />
                  ))}
                </ul>
              )}
            </dd>
            <dd>
              {onCollect && (
                <IconButton
                  label={t("flagOf", { field: field.label })}
                  aria-pressed={collected.has(field.path)}
                  onClick={() => onCollect(field.path, `${group.title || kind} · ${field.label}`)}
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
          </div>
        ))}
      </dl>
    </section>
  );
}

function Value({ value, before, mono, masked }: BenchGroup["fields"][number]) {
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

function FindingLine({
  finding,
  label,
  onCollect,
}: {
  finding: BenchFinding;
  label: string;
  onCollect?: Collect | undefined;
}) {
  const t = useTranslations("review.bench");
  return (
    <li className="flex flex-wrap items-start justify-between gap-2 rounded-control bg-canvas px-2 py-1.5 text-small">
      <span className="flex min-w-0 flex-1 items-start gap-2">
        <Tag tone={FINDING_TONE[finding.level]}>{t(`level.${finding.level}`)}</Tag>
        <span className="min-w-0 pt-0.5">
          {finding.text}
          <span className="block text-muted">{t("source", { source: finding.source })}</span>
        </span>
      </span>
      {onCollect && finding.level !== "info" && (
        <Button
          size="small"
          variant="quiet"
          onClick={() => onCollect(finding.path, label, finding.rejection ?? undefined)}
        >
          {t("useFinding")}
        </Button>
      )}
    </li>
  );
}
