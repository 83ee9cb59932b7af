"use client";

import { clsx } from "clsx";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Form } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { TextInput } from "@/components/form/text-input";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { refusalText } from "@/lib/messages/refusal-text";
import { queryAction } from "./actions";
import { type Found, QueryResults } from "./query-results";
import { QUERY_KINDS, type QueryKind } from "./schema";

type Problem = { readonly field: boolean; readonly text: string };

/** One field, three ways to search; results below. `initial` comes from a link to this page. */
export function QueryForm({ initial }: { initial: Found | null }) {
  const t = useTranslations("query");
  const errors = useTranslations("errors");
  const [by, setBy] = useState<QueryKind>(initial?.by ?? "domain");
  const [found, setFound] = useState<Found | null>(initial);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  const refuse = (text: string) => {
    setFound(null);
    setProblem({ field: true, text });
    input.current?.focus();
  };
  const search = async () => {
    const text = input.current?.value.trim() ?? "";
    setProblem(null);
    if (text === "") return refuse(t(`error.${by}`));
    setBusy(true);
    const answer = await queryAction({ by, text }).finally(() => setBusy(false));
    if (answer.ok) return setFound({ by, text, records: answer.value });
    if (answer.error.code === "invalid") return refuse(t(`error.${by}`));
    setProblem({ field: false, text: refusalText(errors, answer.error) });
  };
  const choose = (kind: QueryKind) => {
    setBy(kind);
    setProblem(null);
  };

  return (
    <div className="flex flex-col gap-8">
      <Form onSubmit={search} className="rounded-panel border border-line bg-surface px-4 py-5 sm:px-6">
        <fieldset className="mb-5 flex flex-wrap gap-2">
          <legend className="sr-only">{t("by")}</legend>
          {QUERY_KINDS.map((kind) => (
            <label
              key={kind}
              className={clsx(
                "cursor-pointer rounded-full border px-4 py-1.5 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
                kind === by ? "border-accent bg-accent-wash font-semibold text-accent" : "border-control",
              )}
            >
              <input
                type="radio"
                name="by"
                value={kind}
                checked={kind === by}
                onChange={() => choose(kind)}
                className="sr-only"
              />
              {t(`kind.${kind}`)}
            </label>
          ))}
        </fieldset>
        <FormField
          name="text"
          label={t(`text.${by}`)}
          hint={t(`hint.${by}`)}
          error={problem?.field ? problem.text : undefined}
          stacked
        >
          <div className="flex flex-col gap-2 sm:flex-row">
            <TextInput ref={input} defaultValue={initial?.text ?? ""} maxLength={255} />
            <Button type="submit" variant="primary" size="large" loading={busy} icon={<Search aria-hidden />}>
              {t("submit")}
            </Button>
          </div>
        </FormField>
      </Form>
      {problem && !problem.field && (
        <Notice role="alert" tone="refused">
          {problem.text}
        </Notice>
      )}
      <QueryResults found={found} />
    </div>
  );
}
