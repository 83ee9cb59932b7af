"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RadioGroup } from "@/components/form/choices";
import { FileInput } from "@/components/form/file-input";
import { Form } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { Button } from "@/components/ui/button";
import { Code } from "@/components/ui/code";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import type { ImportKind } from "@/lib/imports/kinds";
import { refusalText } from "@/lib/messages/refusal-text";
import type { ImportCounts, ImportPreview } from "@/lib/usecases/imports/import-file";
import type { Answer } from "../../filing/actions";
import { PreviewPanel } from "./preview";

interface KindView {
  readonly kind: ImportKind;
  /** The setting that names a system which is asked instead of files. */
  readonly askedInstead: string | null;
  readonly columns: readonly { readonly name: string; readonly optional: boolean }[];
}

async function post<V>(file: Blob, query: Record<string, string>): Promise<Answer<V>> {
  try {
    const answer = await fetch(`/api/review/imports?${new URLSearchParams(query)}`, {
      method: "POST",
      headers: { "Content-Type": "text/csv" },
      body: file,
    });
    return (await answer.json()) as Answer<V>;
  } catch {
    return { ok: false, error: { code: "busy" } };
  }
}

/** Chooses a file, shows what it would do, and takes the same bytes over when that is wanted. */
export function ImportFile({ kinds }: { kinds: readonly KindView[] }) {
  const t = useTranslations("imports");
  const errors = useTranslations("errors");
  const router = useRouter();
  const toast = useToast();
  const [kind, setKind] = useState<ImportKind>("customers");
  // The bytes as they were shown: a file that changes on disk meanwhile is not what was looked at.
  const [file, setFile] = useState<Blob | null>(null);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const current = kinds.find((one) => one.kind === kind);

  const forget = () => {
    setPreview(null);
    setProblem(undefined);
  };
  const choose = async (chosen: File | undefined) => {
    forget();
    setFile(chosen === undefined ? null : new Blob([await chosen.arrayBuffer()]));
  };
  const look = async () => {
    forget();
    if (file === null) return setProblem(t("noFile"));
    setBusy(true);
    const answer = await post<ImportPreview>(file, { kind });
    setBusy(false);
    if (answer.ok) setPreview(answer.value);
    else setProblem(refusalText(errors, answer.error));
  };
  const confirm = async () => {
    if (file === null || preview === null) return;
    setBusy(true);
    const { sha256, basis } = preview;
    const answer = await post<ImportCounts>(file, { kind: preview.kind, sha256, basis });
    setBusy(false);
    forget();
    if (answer.ok) toast(t("done"), "done");
    else setProblem(refusalText(errors, answer.error));
    router.refresh();
  };

  return (
    <>
      <Form onSubmit={look} className="flex flex-col gap-4" aria-label={t("new")}>
        <FormField name="kind" label={t("kind")} group>
          <RadioGroup
            look="plain"
            name="kind"
            options={kinds.map(({ kind: value }) => ({
              value,
              label: t(`kinds.${value}`),
              hint: t(`hint.${value}`),
            }))}
            defaultValue={kind}
            onChange={async (event: { target: { value?: unknown } }) => {
              setKind(event.target.value as ImportKind);
              forget();
            }}
            onBlur={async () => undefined}
            ref={() => undefined}
          />
        </FormField>
        {current?.askedInstead && (
          <Notice tone="you">{t("askedInstead", { setting: current.askedInstead })}</Notice>
        )}
        <FormField name="file" label={t("file")} hint={t("fileHint")} error={problem}>
          <FileInput
            accept=".csv,text/csv"
            onChange={(event) => void choose(event.currentTarget.files?.[0])}
          />
        </FormField>
        <p className="text-muted">
          {t("columns")}{" "}
          {current?.columns.map(({ name, optional }) => (
            <Code key={name} className="mr-2">
              {optional ? `[${name}]` : name}
            </Code>
          ))}
          <a className="link" href={`/api/review/imports/template?kind=${kind}`} download>
            {t("template", { kind: t(`kinds.${kind}`) })}
          </a>
        </p>
        <div>
          <Button type="submit" variant="primary" loading={busy}>
            {t("look")}
          </Button>
        </div>
      </Form>
      <div aria-live="polite" className="mt-4">
        {preview && <PreviewPanel preview={preview} busy={busy} confirm={confirm} />}
        {preview?.problemCount === 0 && preview.removed > 0 && (
          <Notice tone="you" title={t("removes", { count: preview.removed })}>
            {t("removesText")}
          </Notice>
        )}
      </div>
    </>
  );
}
