"use client";

import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";

type Props = { text: string; label: string; button: string };

/** Text to take along, with a button for it. Where the browser forbids copying it is selected instead. */
export function CopySnippet({ text, label, button }: Props) {
  const t = useTranslations("after");
  const block = useRef<HTMLPreElement>(null);
  const [said, setSaid] = useState<"copied" | "selected" | null>(null);

  const select = () => {
    if (block.current) getSelection()?.selectAllChildren(block.current);
    setSaid("selected");
  };
  const copy = () => {
    const copying = navigator.clipboard?.writeText(text);
    if (copying === undefined) select();
    else void copying.then(() => setSaid("copied"), select);
  };

  return (
    <div>
      <section aria-label={label} className="rounded-control border border-line bg-canvas">
        <pre ref={block} lang="zh-CN" className="px-4 py-3 font-mono text-base break-all whitespace-pre-wrap">
          {text}
        </pre>
      </section>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button icon={<Copy aria-hidden />} variant="primary" onClick={copy}>
          {button}
        </Button>
        <span aria-live="polite" className="text-tone-done">
          {said !== null && t(said)}
        </span>
      </div>
    </div>
  );
}
