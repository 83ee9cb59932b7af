"use client";

import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import { groupAnchor } from "./fields-pane";
import type { BenchGroup, BenchItem, BenchLine } from "./types";

type Props = {
  groups: readonly BenchGroup[];
  items: readonly BenchItem[];
  rounds: readonly BenchLine[];
  calls: readonly BenchLine[];
  history: readonly BenchLine[];
  onShowFile: (id: string) => void;
};

/** The order at a glance: its sections with their marks, and what was said before. */
export function SectionsPane({ groups, items, rounds, calls, history, onShowFile }: Props) {
  const t = useTranslations("review.bench");
  return (
    <div className="flex flex-col gap-5 px-3 py-4">
      <nav aria-label={t("sections")} className="max-lg:hidden">
        <ul>
          {groups.map((group) => (
            <li key={group.subject}>
              <a
                href={`#${groupAnchor(group.subject)}`}
                className="flex min-h-9 items-center justify-between gap-2 rounded-control px-2 py-1 hover:bg-accent-wash"
              >
                <span className="min-w-0">
                  <span className="block text-small text-muted">{t(group.kind as "entity")}</span>
                  <span className="block truncate">{group.title || t("untitled")}</span>
                </span>
                <Marks
                  group={group}
                  collected={items.filter(({ target }) => target.startsWith(group.subject)).length}
                />
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {rounds.length > 0 && <Lines title={t("previousRounds")} lines={rounds} onShowFile={onShowFile} />}
      <Lines title={t("calls")} lines={calls} empty={t("noCalls")} />
      <Lines title={t("history")} lines={history} />
    </div>
  );
}

function Marks({ group, collected }: { group: BenchGroup; collected: number }) {
  const t = useTranslations("review.bench");
  const findings = [...group.findings, ...group.fields.flatMap((field) => field.findings)].filter(
    ({ dismissed }) => dismissed === null,
  );
  const errors = findings.filter(({ level }) => level === "error").length;
  const warnings = findings.filter(({ level }) => level === "warn").length;
  return (
    <span className="flex shrink-0 gap-1 tabular-nums">
      {collected > 0 && (
        <Tag plain tone="refused">
          {collected}
        </Tag>
      )}
      {errors > 0 && <Tag tone="refused">{errors}</Tag>}
      {warnings > 0 && <Tag tone="you">{warnings}</Tag>}
      {errors + warnings + collected === 0 && (
        <CircleCheck role="img" aria-label={t("noFindings")} className="size-4 text-tone-done" />
      )}
    </span>
  );
}

type LinesProps = {
  title: string;
  lines: readonly BenchLine[];
  empty?: string;
  onShowFile?: (id: string) => void;
};

function Lines({ title, lines, empty, onShowFile }: LinesProps) {
  return (
    <section className="px-2">
      <h2 className="text-small font-semibold text-muted">{title}</h2>
      {lines.length === 0 && empty && <p className="mt-1 text-small text-muted">{empty}</p>}
      <ul className="mt-1 flex flex-col gap-2">
        {lines.map((line) => (
          <li key={line.id} className="text-small">
            <p>{line.title}</p>
            {line.detail && <p className="break-words text-muted">{line.detail}</p>}
            {line.answer && (
              <p className="border-l-2 border-line pl-2 break-words whitespace-pre-line">{line.answer}</p>
            )}
            {line.pictures && <Pictures pictures={line.pictures} onShowFile={onShowFile} />}
            <p className="text-muted tabular-nums">{line.when}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Thumbnails; a press shows the picture among the documents, where it can be enlarged and turned. */
function Pictures({ pictures, onShowFile }: Pick<LinesProps, "onShowFile"> & Pick<BenchLine, "pictures">) {
  return (
    <span className="my-1 flex flex-wrap gap-1">
      {pictures?.map(({ id, label, thumbUrl }) => (
        <button
          key={id}
          type="button"
          title={label}
          onClick={() => onShowFile?.(id)}
          className="h-11 w-14 overflow-hidden rounded-tag border border-line bg-canvas hover:border-accent"
        >
          {/* biome-ignore lint/performance/noImgElement: a personal document may not pass through an image cache */}
          <img src={thumbUrl} alt={label} loading="lazy" className="size-full object-contain" />
        </button>
      ))}
    </span>
  );
}
