"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { FileInput } from "@/components/form/file-input";
import { Form } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import type { ActionResult } from "@/lib/http/define-action";
import { fieldRefusalText, refusalText } from "@/lib/messages/refusal-text";

const COLUMNS = ["sequence", "order", "record", "subject", "value", "text"] as const;

type Said =
  | { readonly kind: "done"; readonly text: string }
  | {
      readonly kind: "bad";
      readonly text: string;
      readonly lines: readonly { line: string; text: string }[];
    };

/** The authority's answers as a file: a template to fill in, and what came of it, line by line. */
export function FileForm() {
  const t = useTranslations("handover.file");
  const errors = useTranslations("errors");
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);
  const bad = (text: string, lines: readonly { line: string; text: string }[] = []) =>
    setSaid({ kind: "bad", text, lines });

  const submit = async () => {
    const file = input.current?.files?.[0];
    if (busy) return;
    if (file === undefined) return bad(t("choosing"));
    setBusy(true);
    try {
      const response = await fetch("/api/review/handover/import", { method: "POST", body: file });
      const answer = (await response.json()) as ActionResult<{ written: number; known: number }>;
      if (answer.ok) return setSaid({ kind: "done", text: t("done", answer.value) });
      const lines = (answer.error.fields ?? []).map((field) => ({
        line: field.path,
        text: fieldRefusalText(errors, field),
      }));
      bad(refusalText(errors, answer.error), lines);
    } catch {
      bad(t("failed"));
    } finally {
      setBusy(false);
      router.refresh();
    }
  };

  return (
    <Panel title={t("title")} description={t("text")}>
      <Form aria-label={t("title")} onSubmit={submit} className="flex flex-col gap-4">
        {said?.kind === "done" && (
          <Notice role="status" tone="done">
            {said.text}
          </Notice>
        )}
        {said?.kind === "bad" && (
          <Notice role="alert" tone="refused" title={said.text}>
            {said.lines.length > 0 && (
              <ul aria-label={t("lines")} className="mt-2 flex flex-col gap-1">
                {said.lines.map(({ line, text }) => (
                  <li key={`${line} ${text}`}>
                    <span className="font-semibold tabular-nums">{t("line", { line })}</span> {text}
                  </li>
                ))}
              </ul>
            )}
          </Notice>
        )}
        <p>
          <a href="/api/review/handover/template" download className="link">
            {t("template")}
          </a>
        </p>
        <FormField name="file" label={t("choose")} stacked>
          <FileInput ref={input} accept=".csv,text/csv" />
        </FormField>
        <div>
          <Button type="submit" loading={busy}>
            {t("upload")}
          </Button>
        </div>
        <details>
          <summary className="cursor-pointer py-1 font-semibold">{t("help")}</summary>
          <dl className="mt-2 flex flex-col gap-2">
            {COLUMNS.map((column) => (
              <div key={column}>
                <dt className="font-mono font-semibold">{column}</dt>
                <dd className="text-muted">{t(`columns.${column}`)}</dd>
              </div>
            ))}
          </dl>
          <p className="mt-2 text-muted">{t("more")}</p>
        </details>
      </Form>
    </Panel>
  );
}
