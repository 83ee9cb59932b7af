"use client";

import { Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRun } from "@/components/form/use-run";
import { Button, IconButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Tag } from "@/components/ui/tag";
import { fillTemplate } from "./templates";
import type { BenchItem, BenchTemplate, TemplateActions } from "./types";

type Props = {
  item: BenchItem;
  templates: readonly BenchTemplate[];
  /** The reader may make wordings for everybody. */
  mayShare: boolean;
  actions: TemplateActions;
  onText: (text: string) => void;
};

/** The provider's wordings of the chosen reason: put one in, keep what was written, change or remove one. */
export function TemplateList({ item, templates, mayShare, actions, onText }: Props) {
  const t = useTranslations("review.bench.templates");
  const { busy, error, run } = useRun();
  const [changing, setChanging] = useState<BenchTemplate | null>(null);
  const fitting = templates.filter(({ code }) => code === item.code);
  const keep = (shared: boolean) => {
    const known = changing && { id: changing.id, version: changing.version };
    const { code, suggestion: text } = item;
    return run(
      () => actions.save({ known, code, text, shared }),
      () => setChanging(null),
    );
  };
  const empty = item.suggestion.trim() === "";
  return (
    <section aria-label={t("title")} className="mt-3">
      <h3 className="font-semibold">{t("title")}</h3>
      {error && (
        <Notice tone="refused" role="alert">
          {error}
        </Notice>
      )}
      {fitting.length === 0 && <p className="text-small text-muted">{t("none")}</p>}
      <ul className="mt-1 max-h-44 overflow-y-auto">
        {fitting.map((template) => (
          <li key={template.id} className="flex items-start gap-2 border-b border-line py-1.5 last:border-0">
            <button
              type="button"
              onClick={() => onText(fillTemplate(template.text, item))}
              className="min-w-0 flex-1 rounded-control px-1 text-left break-words hover:bg-accent-wash"
            >
              {template.text}
            </button>
            {template.shared && <Tag plain>{t("shared")}</Tag>}
            {template.editable && (
              <span className="flex shrink-0">
                <IconButton
                  label={t("change", { text: template.text })}
                  aria-pressed={changing?.id === template.id}
                  onClick={() => {
                    setChanging(template);
                    onText(template.text);
                  }}
                  className="size-7"
                >
                  <Pencil aria-hidden />
                </IconButton>
                <IconButton
                  label={t("remove", { text: template.text })}
                  onClick={() =>
                    void run(() => actions.remove({ id: template.id, version: template.version }))
                  }
                  className="size-7"
                >
                  <Trash2 aria-hidden />
                </IconButton>
              </span>
            )}
          </li>
        ))}
      </ul>
      <div className="mt-2 flex flex-wrap gap-2">
        {changing ? (
          <Button size="small" loading={busy} disabled={empty} onClick={() => void keep(changing.shared)}>
            {t("saveChange")}
          </Button>
        ) : (
          <>
            <Button size="small" loading={busy} disabled={empty} onClick={() => void keep(false)}>
              {t("keep")}
            </Button>
            {mayShare && (
              <Button size="small" loading={busy} disabled={empty} onClick={() => void keep(true)}>
                {t("keepShared")}
              </Button>
            )}
          </>
        )}
      </div>
      <p className="mt-1 text-small text-muted">{t("hint")}</p>
    </section>
  );
}
